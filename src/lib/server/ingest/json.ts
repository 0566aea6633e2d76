import { fail, ok, type Result } from '#lib/model/index.ts';
import { MAX_JSON_DEPTH, MAX_JSON_VALUES, MAX_TEXT_BYTES } from './limits.ts';

type Fault = {
	code: 'json_invalid' | 'json_too_deep' | 'json_too_large' | 'json_forbidden_key';
	offset: number;
};

/**
 * Parses JSON from outside. Before V8 sees it, one linear pass checks grammar, depth, the number of values and the key `__proto__`,
 * because V8's own messages often name no position and it accepts what cannot be kept.
 */
export function parseJson(text: string, name: string, limit = MAX_TEXT_BYTES): Result<unknown> {
	const size = Buffer.byteLength(text);
	if (size > limit) return fail('text_too_long', { name, size });
	const fault = findFault(text);
	if (!fault) return ok(JSON.parse(text));
	const line = countLines(text, fault.offset);
	if (fault.code === 'json_forbidden_key')
		return fail(fault.code, { name: '__proto__', at: `line ${line} of ${name}` });
	return fail(fault.code, { name, line });
}

function countLines(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
	return line;
}

/** The first fault of a JSON text, or null where it is sound. Calls itself at most `MAX_JSON_DEPTH` deep. */
function findFault(text: string): Fault | null {
	let at = 0;
	let values = 0;
	let fault: Fault | null = null;

	const report = (code: Fault['code'] = 'json_invalid', offset = at): false => {
		fault ??= { code, offset: Math.min(offset, text.length) };
		return false;
	};
	const skipSpace = () => {
		while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++;
	};
	const word = (expected: string) =>
		text.startsWith(expected, at) ? ((at += expected.length), true) : report();

	function number(): boolean {
		const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
		pattern.lastIndex = at;
		if (!pattern.test(text)) return report();
		at = pattern.lastIndex;
		return true;
	}

	function string(): boolean {
		if (text[at] !== '"') return report();
		for (at++; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (code === 0x22) {
				at++;
				return true;
			}
			if (code < 0x20) return report();
			if (code !== 0x5c) continue;
			at++;
			if (text[at] === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) at += 4;
			else if (at < text.length && !'"\\/bfnrt'.includes(text[at]!)) return report();
		}
		return report();
	}

	function key(): boolean {
		const start = at;
		if (!string()) return false;
		const raw = text.slice(start, at);
		// An escape may spell the same key: "\u005f_proto__".
		if (raw.length <= 64 && JSON.parse(raw) === '__proto__') {
			return report('json_forbidden_key', start);
		}
		skipSpace();
		return text[at] === ':' ? (at++, true) : report();
	}

	function members(close: string, depth: number, keyed: boolean): boolean {
		if (depth > MAX_JSON_DEPTH) return report('json_too_deep');
		at++;
		skipSpace();
		if (text[at] === close) return (at++, true);
		for (;;) {
			skipSpace();
			if (keyed && !key()) return false;
			if (!value(depth)) return false;
			if (text[at] === close) return (at++, true);
			if (text[at] !== ',') return report();
			at++;
		}
	}

	function value(depth: number): boolean {
		if (++values > MAX_JSON_VALUES) return report('json_too_large');
		skipSpace();
		const sound = oneValue(depth);
		skipSpace();
		return sound;
	}

	function oneValue(depth: number): boolean {
		switch (text[at]) {
			case undefined:
				return report();
			case '{':
				return members('}', depth + 1, true);
			case '[':
				return members(']', depth + 1, false);
			case '"':
				return string();
			case 't':
				return word('true');
			case 'f':
				return word('false');
			case 'n':
				return word('null');
			default:
				return number();
		}
	}

	if (value(0) && at < text.length) report();
	return fault;
}
