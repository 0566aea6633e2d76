import type { Entry, Files, OpenFile } from '../../../src/lib/server/store/files/files.ts';

/** Bytes that a disk writes whole or not at all. */
const SECTOR = 512;

type Chunk = { at: number; bytes: Uint8Array } | { length: number };

class FileNode {
	readonly kind = 'file';
	data: Buffer = Buffer.alloc(0);
	/** What is on the platter, and what is only on its way there. */
	durable: Buffer = Buffer.alloc(0);
	pending: Chunk[] = [];
	changed = Date.now();
}

type Link = { name: string; node: Node | null; from?: string };

class FolderNode {
	readonly kind = 'folder';
	entries = new Map<string, Node>();
	durable = new Map<string, Node>();
	pending: Link[] = [];
	changed = Date.now();
}

type Node = FileNode | FolderNode;

/** What a test does before each step that changes something; throws to let the step fail. */
export type BeforeStep = (step: Step) => void;
export type Step = { kind: 'write' | 'sync' | 'make' | 'rename' | 'remove'; path: string; size: number };

/**
 * A disk in memory that keeps what was synced and, when the power is cut, a part of the rest chosen by chance: any
 * sectors of unsynced writes, any names that were made, changed or removed since their folder was synced.
 */
export class Disk implements Files {
	before: BeforeStep = () => undefined;
	readonly #root: FolderNode;

	constructor(root = new FolderNode()) {
		this.#root = root;
	}

	/** The disk as the next start finds it. */
	afterPowerCut(random: () => number): Disk {
		return new Disk(survivor(this.#root, random, new Map()) as FolderNode);
	}

	/** The same disk once more, to try something else on. */
	copy(): Disk {
		return new Disk(copyOf(this.#root) as FolderNode);
	}

	/** Puts bytes in a file's place, as damage does. */
	damage(path: string, bytes: Buffer): void {
		const node = this.#file(path);
		node.data = node.durable = bytes;
		node.pending = [];
	}

	async read(path: string): Promise<Buffer | null> {
		await Promise.resolve();
		const node = this.#find(path);
		return node?.kind === 'file' ? Buffer.from(node.data) : null;
	}

	async list(path: string): Promise<string[] | null> {
		await Promise.resolve();
		const node = this.#find(path);
		return node?.kind === 'folder' ? [...node.entries.keys()].sort() : null;
	}

	async stat(path: string): Promise<Entry | null> {
		await Promise.resolve();
		const node = this.#find(path);
		if (node === null) return null;
		return { kind: node.kind, size: node.kind === 'file' ? node.data.length : 0, changed: node.changed };
	}

	isThere(path: string): boolean {
		return this.#find(path) !== null;
	}

	async makeFolder(path: string): Promise<void> {
		await Promise.resolve();
		let folder = this.#root;
		for (const name of partsOf(path)) {
			let next = folder.entries.get(name);
			if (next === undefined) {
				this.before({ kind: 'make', path, size: 0 });
				next = new FolderNode();
				link(folder, { name, node: next });
			}
			if (next.kind === 'file') throw failure('ENOTDIR');
			folder = next;
		}
	}

	async create(path: string): Promise<OpenFile> {
		await Promise.resolve();
		this.before({ kind: 'make', path, size: 0 });
		const [folder, name] = this.#place(path);
		if (folder.entries.has(name)) throw failure('EEXIST');
		const node = new FileNode();
		link(folder, { name, node });
		return this.#opened(node, path);
	}

	async open(path: string): Promise<OpenFile> {
		await Promise.resolve();
		return this.#opened(this.#file(path), path);
	}

	async rename(from: string, to: string): Promise<void> {
		await Promise.resolve();
		this.before({ kind: 'rename', path: to, size: 0 });
		const [folder, name] = this.#place(from);
		const [target, newName] = this.#place(to);
		const node = folder.entries.get(name);
		if (node === undefined) throw failure('ENOENT');
		if (folder === target) link(folder, { name: newName, node, from: name });
		else {
			link(target, { name: newName, node });
			link(folder, { name, node: null });
		}
	}

	async remove(path: string): Promise<void> {
		await Promise.resolve();
		if (this.#find(path) === null) return;
		this.before({ kind: 'remove', path, size: 0 });
		const [folder, name] = this.#place(path);
		link(folder, { name, node: null });
	}

	async touch(path: string): Promise<void> {
		await Promise.resolve();
		this.#file(path).changed = Date.now();
	}

	async syncFolder(path: string): Promise<void> {
		await Promise.resolve();
		this.before({ kind: 'sync', path, size: 0 });
		const node = this.#find(path);
		if (node?.kind !== 'folder') throw failure('ENOENT');
		node.durable = new Map(node.entries);
		node.pending = [];
	}

	#opened(node: FileNode, path: string): OpenFile {
		return {
			write: async (bytes, at) => {
				await Promise.resolve();
				this.before({ kind: 'write', path, size: Math.max(0, at + bytes.length - node.data.length) });
				change(node, { at, bytes: Uint8Array.from(bytes) });
			},
			truncate: async (length) => {
				await Promise.resolve();
				this.before({ kind: 'write', path, size: Math.min(0, length - node.data.length) });
				change(node, { length });
			},
			sync: async () => {
				await Promise.resolve();
				this.before({ kind: 'sync', path, size: 0 });
				node.durable = node.data;
				node.pending = [];
			},
			close: () => Promise.resolve()
		};
	}

	#find(path: string): Node | null {
		let node: Node = this.#root;
		for (const name of partsOf(path)) {
			const next: Node | undefined = node.kind === 'folder' ? node.entries.get(name) : undefined;
			if (next === undefined) return null;
			node = next;
		}
		return node;
	}

	#file(path: string): FileNode {
		const node = this.#find(path);
		if (node?.kind !== 'file') throw failure('ENOENT');
		return node;
	}

	#place(path: string): [FolderNode, string] {
		const parts = partsOf(path);
		const name = parts.pop()!;
		const folder = this.#find(parts.join('/'));
		if (folder?.kind !== 'folder') throw failure('ENOENT');
		return [folder, name];
	}
}

/** An error as the system gives it. */
export function failure(code: string): Error {
	return Object.assign(new Error(code), { code });
}

function partsOf(path: string): string[] {
	return path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
}

function link(folder: FolderNode, step: Link): void {
	folder.pending.push(step);
	apply(folder.entries, step);
}

function apply(entries: Map<string, Node>, { name, node, from }: Link): void {
	if (from !== undefined) entries.delete(from);
	if (node === null) entries.delete(name);
	else entries.set(name, node);
}

function change(node: FileNode, chunk: Chunk): void {
	node.pending.push(chunk);
	node.data = written(node.data, chunk);
	node.changed = Date.now();
}

function written(data: Buffer, chunk: Chunk): Buffer {
	const length = 'length' in chunk ? chunk.length : Math.max(data.length, chunk.at + chunk.bytes.length);
	const next = Buffer.alloc(length);
	data.copy(next);
	if ('bytes' in chunk) next.set(chunk.bytes, chunk.at);
	return next;
}

function survivor(node: Node, random: () => number, seen: Map<Node, Node>): Node {
	const known = seen.get(node);
	if (known !== undefined) return known;
	const keepsAll = random() < 0.2;
	const isKept = () => keepsAll || random() < 0.5;
	if (node.kind === 'file') {
		const next = new FileNode();
		seen.set(node, next);
		let data: Buffer = node.durable;
		for (const chunk of node.pending)
			for (const part of sectorsOf(chunk)) if (isKept()) data = written(data, part);
		next.data = next.durable = data;
		return next;
	}
	const next = new FolderNode();
	seen.set(node, next);
	const entries = new Map(node.durable);
	for (const step of node.pending) if (isKept()) apply(entries, step);
	for (const [name, entry] of entries) next.entries.set(name, survivor(entry, random, seen));
	next.durable = new Map(next.entries);
	return next;
}

function* sectorsOf(chunk: Chunk): Generator<Chunk> {
	if (!('bytes' in chunk)) return yield chunk;
	const { at, bytes } = chunk;
	for (let from = 0; from < bytes.length;) {
		const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
		yield { at: at + from, bytes: bytes.subarray(from, to) };
		from = to;
	}
}

function copyOf(node: Node): Node {
	if (node.kind === 'file') return Object.assign(new FileNode(), node);
	const next = new FolderNode();
	for (const [name, entry] of node.entries) next.entries.set(name, copyOf(entry));
	next.durable = new Map(next.entries);
	return next;
}
