import { fail, redirect } from '@sveltejs/kit';
import { messageOf, statusOf } from '#lib/server/failure.ts';
import {
	ownSources,
	readRegister,
	readSourceForm,
	typedSource,
	type KnownSource,
	type TypedSource
} from '#lib/server/sources/index.ts';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: TypedSource = {
	name: '',
	kind: 'outlet',
	aliases: '',
	hosts: '',
	languages: '',
	country: '',
	labels: ''
};

function asTyped({ name, kind, country, ...lists }: KnownSource): TypedSource {
	const list = (part: 'aliases' | 'hosts' | 'languages' | 'labels') => lists[part].join(', ');
	return {
		name,
		kind,
		country,
		aliases: list('aliases'),
		hosts: list('hosts'),
		languages: list('languages'),
		labels: list('labels')
	};
}

export const load: PageServerLoad = async ({ url }) => {
	const name = url.searchParams.get('name') ?? '';
	const source = (await readRegister()).sources.find((one) => one.name === name);
	return {
		before: source?.name ?? '',
		isSaid: source?.isSaid ?? false,
		typed: source ? asTyped(source) : EMPTY
	};
};

export const actions = {
	save: async ({ request }) => {
		const form = await request.formData();
		const typed = typedSource(form);
		const source = readSourceForm(typed);
		if (!source.ok) return fail(400, { typed, field: source.failure.field ?? 'name', message: '' });
		const kept = await ownSources().save(source.value, String(form.get('before') ?? ''));
		if (!kept.ok)
			return fail(statusOf(kept.failure.code), { typed, field: '', message: messageOf(kept.failure) });
		redirect(303, '/sources');
	},
	forget: async ({ request }) => {
		await ownSources().remove(String((await request.formData()).get('before') ?? ''));
		redirect(303, '/sources');
	}
} satisfies Actions;
