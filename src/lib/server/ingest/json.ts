import { fail, ok, type Result } from '#lib/model/index.ts';
import { MAX_JSON_BYTES, MAX_JSON_DEPTH, MAX_JSON_KEYS, megabytes } from './limits.ts';

type Fault = { code: 'json_invalid' | 'json_too_deep' | 'json_forbidden_key'; offset: number; what: string };

/**
 * Parses JSON from outside. Before V8 sees it, one linear pass checks grammar, depth, number of keys and the
 * key `__proto__`, because V8's own messages often name no position and it accepts what cannot be kept.
 */
export function parseJson(text: string, name: string): Result<unknown> {
	const bytes = Buffer.byteLength(text);
	if (bytes > MAX_JSON_BYTES) {
		return fail('import_too_large', { name, size: megabytes(bytes), limit: megabytes(MAX_JSON_BYTES) });
	}
	const fault = findFault(text);
	if (!fault) return ok(JSON.parse(text));
	const line = countLines(text, fault.offset);
	return fail(fault.code, { name, line, limit: MAX_JSON_DEPTH, what: fault.what, key: '__proto__' });
}

function countLines(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
	return line;
}

/** The first fault of a JSON text, or null where it is sound. Calls itself at most `MAX_JSON_DEPTH` deep. */
function findFault(text: string): Fault | null {
	let at = 0;
	let keys = 0;
	let fault: Fault | null = null;

	const report = (what: string, code: Fault['code'] = 'json_invalid', offset = at): false => {
		fault ??= {
			code,
			offset: Math.min(offset, text.length),
			what: at >= text.length ? 'ends too early' : what
		};
		return false;
	};
	const skipSpace = () => {
		while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++;
	};
	const word = (expected: string) =>
		text.startsWith(expected, at) ? ((at += expected.length), true) : report('has an unknown word');

	function number(): boolean {
		const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
		pattern.lastIndex = at;
		if (!pattern.test(text)) return report('has an unexpected sign');
		at = pattern.lastIndex;
		return true;
	}

	function string(): boolean {
		if (text[at] !== '"') return report('lacks a quotation mark');
		for (at++; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (code === 0x22) {
				at++;
				return true;
			}
			if (code < 0x20) return report('has a line break inside a text');
			if (code !== 0x5c) continue;
			at++;
			if (text[at] === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) at += 4;
			else if (at < text.length && !'"\\/bfnrt'.includes(text[at]!)) return report('has a wrong escape');
		}
		return report('ends too early');
	}

	function key(): boolean {
		const start = at;
		if (!string()) return false;
		if (++keys > MAX_JSON_KEYS) return report('has too many keys', 'json_invalid', start);
		const raw = text.slice(start, at);
		// An escape may spell the same key: "\u005f_proto__".
		if (raw.length <= 64 && JSON.parse(raw) === '__proto__') {
			return report('has a forbidden key', 'json_forbidden_key', start);
		}
		skipSpace();
		return text[at] === ':' ? (at++, true) : report('lacks a colon');
	}

	function members(close: string, depth: number, keyed: boolean): boolean {
		if (depth > MAX_JSON_DEPTH) return report('is nested too deeply', 'json_too_deep');
		at++;
		skipSpace();
		if (text[at] === close) return (at++, true);
		for (;;) {
			skipSpace();
			if (keyed && !key()) return false;
			if (!value(depth)) return false;
			if (text[at] === close) return (at++, true);
			if (text[at] !== ',') return report('lacks a comma');
			at++;
		}
	}

	function value(depth: number): boolean {
		skipSpace();
		const first = text[at];
		if (first === undefined) return report('ends too early');
		const sound =
			first === '{'
				? members('}', depth + 1, true)
				: first === '['
					? members(']', depth + 1, false)
					: first === '"'
						? string()
						: first === 't'
							? word('true')
							: first === 'f'
								? word('false')
								: first === 'n'
									? word('null')
									: number();
		skipSpace();
		return sound;
	}

	if (value(0) && at < text.length) report('goes on after its end');
	return fault;
}
