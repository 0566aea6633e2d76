/** `{ key: value }`, or nothing where there is no value: an absent field is absent, not undefined. */
export function optional<K extends string, T>(key: K, value: T | null | undefined): Partial<Record<K, T>> {
	return value === undefined || value === null ? {} : ({ [key]: value } as Record<K, T>);
}
