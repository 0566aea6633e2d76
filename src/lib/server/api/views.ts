import { keptUntil } from '#lib/model/index.ts';
import type { Account, Event, EventId, Failure, FailureCode } from '#lib/model/index.ts';
import { messageOf } from '../failure.ts';
import { latestJob, type Job } from '../jobs/index.ts';
import { isStale } from '../store/index.ts';

/** A job as the API tells it: with the sentence for its failure. */
export type JobView = Omit<Job, 'failure'> & { failure?: { code: FailureCode; message: string } };

/** A job as the API tells it. */
export function jobView({ failure, ...job }: Job): JobView {
	return failure === undefined ? job : { ...job, failure: failureView(failure) };
}

function failureView(failure: Failure): { code: FailureCode; message: string } {
	return { code: failure.code, message: messageOf(failure) };
}

/** An account as a list tells it: without its text. */
export function accountView({ text, ...account }: Account) {
	return { ...account, characters: text.length };
}

/** An event as the API tells it: its accounts without their texts, its comparison apart, at `/comparison`. */
export function eventView(event: Event) {
	const { id, name, title, what, when, createdAt, changedAt, deletedAt, sample } = event;
	const job = latestJob(id as EventId);
	return {
		id,
		name,
		title,
		what,
		when,
		createdAt,
		changedAt,
		deletedAt,
		...(deletedAt === undefined ? {} : { keptUntil: keptUntil(deletedAt) }),
		sample: sample ?? false,
		accounts: event.accounts.map(accountView),
		comparison: event.comparison === null ? 'none' : isStale(event) ? 'stale' : 'current',
		...(job === null ? {} : { job: jobView(job) })
	};
}
