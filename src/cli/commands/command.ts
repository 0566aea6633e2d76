import type { Terminal } from '../terminal.ts';

export type Options = {
	json?: boolean | undefined;
	md?: boolean | undefined;
	/** The form to print in. */
	format?: string | undefined;
	/** The file to write a bundle to. */
	zip?: string | undefined;
	/** Whether a person's own drafts go along. */
	drafts?: boolean | undefined;
	data?: string | undefined;
};

/** One `lateral` command: what `--help` says of it, and what it does with its argument. */
export type Command = {
	usage: string;
	about: string;
	options: readonly (keyof Options)[];
	/** What its one argument is called. */
	argument: string;
	/** Gives the exit code. */
	run(argument: string, options: Options, terminal: Terminal): Promise<number>;
};
