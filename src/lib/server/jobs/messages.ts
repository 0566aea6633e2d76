import type { MessagePort } from 'node:worker_threads';
import type { Progress } from '#lib/engine/types.ts';
import type { Account, Comparison, Edition, Result, Standing } from '#lib/model/index.ts';
import type { Fetched } from '../fetch/index.ts';
import type { Part } from './parts.ts';
import type { NamedBytes, Piece } from '../ingest/index.ts';

/** What the worker thread is asked. */
export type Request = {
	event: { id: string; title: string };
	accounts: readonly Account[];
	/** Texts that the accounts had before, oldest first. */
	editions?: readonly Edition[];
	/** The decisions in force, oldest first. */
	reviews?: readonly Standing[];
};

/** A way from one worker thread to another, which reads accounts for it. */
export type PeerMessage = { peer: MessagePort; does: 'ask' | 'read' };

/** Asks for the next part of a comparison. */
export type NextMessage = { next: true };

/** What it answers: progress, then a part for each time that it is asked for the next, then one of the others. */
export type Answer =
	| { type: 'progress'; progress: Progress }
	| { type: 'part'; part: Part }
	| { type: 'done'; comparison: Comparison }
	| { type: 'stopped' }
	| { type: 'failed'; reason: string };

/** What it is started with: a flag, set to 1 when the work in hand is no longer wanted. */
export type WorkerData = { stop: Int32Array };

/** What the reading thread is asked, and what it answers. */
export type ReadRequest = Fetched | BundleRequest | FilesRequest | FeedRequest | PileRequest;
export type ReadAnswer<Value> = { type: 'done'; result: Result<Value> } | { type: 'failed'; reason: string };

/** A zip that may be a bundle. */
export type BundleRequest = { bundle: Uint8Array };

/** Files that belong together, as they were sent. */
export type FilesRequest = { files: readonly NamedBytes[] };

/** What was fetched as a feed, and where. */
export type FeedRequest = { feed: string; base: string };

/** Pieces to be put together by event. */
export type PileRequest = { pile: Piece[] };
