import * as v from 'valibot';
import { fail, ok, type Result, SourceKindSchema } from '#lib/model/index.ts';
import { KeptList } from '../kept-list.ts';
import { bare } from './bare.ts';

const Words = v.array(v.string());

/** What a person says of a source. */
export const OwnSourceSchema = v.object({
	name: v.string(),
	kind: SourceKindSchema,
	aliases: Words,
	hosts: Words,
	languages: Words,
	country: v.string(),
	/** The person's own words for it; Lateral brings none. */
	labels: Words
});
export type OwnSource = v.InferOutput<typeof OwnSourceSchema>;

const FileSchema = v.object({ schema: v.literal(1), sources: v.array(OwnSourceSchema) });

/** Sources of which people may say something. */
const MOST = 5_000;

/** What people have said of sources, by name. */
export class OwnSources {
	readonly #file: KeptList<typeof FileSchema>;
	readonly #sources = new Map<string, OwnSource>();
	#loaded: Promise<void> | null = null;

	constructor(path: string) {
		this.#file = new KeptList(path, FileSchema);
	}

	async list(): Promise<OwnSource[]> {
		await this.#load();
		return [...this.#sources.values()];
	}

	/** Keeps what is said of a source in place of what was said of `before`, whose name stays among its others. */
	async save(source: OwnSource, before = ''): Promise<Result<OwnSource>> {
		await this.#load();
		const [key, old] = [bare(source.name), bare(before)];
		if (key !== old && this.#sources.has(key)) return fail('duplicate', { name: source.name });
		if (this.#sources.size >= MOST && !this.#sources.has(old)) return fail('busy');
		const isRenamed = old !== '' && key !== old;
		const aliases = isRenamed ? [...new Set([...source.aliases, before])] : source.aliases;
		const kept = { ...source, aliases };
		this.#sources.delete(old);
		this.#sources.set(key, kept);
		await this.#write();
		return ok(kept);
	}

	/** Forgets what was said of a source; its accounts stay, and what they show of it. */
	async remove(name: string): Promise<void> {
		await this.#load();
		if (this.#sources.delete(bare(name))) await this.#write();
	}

	#load(): Promise<void> {
		return (this.#loaded ??= this.#read());
	}

	async #read(): Promise<void> {
		const kept = await this.#file.read();
		for (const source of kept?.sources ?? []) this.#sources.set(bare(source.name), source);
	}

	#write(): Promise<void> {
		return this.#file.write({ schema: 1, sources: [...this.#sources.values()] });
	}
}
