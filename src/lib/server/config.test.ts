import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the settings', () => {
	it('are for this machine only when nothing is set', () => {
		const config = readConfig({});
		expect(config).toMatchObject({ host: 'localhost', port: 4170, origin: undefined });
		expect(isAbsolute(config.data)).toBe(true);
	});

	it('come from the environment', () => {
		const config = readConfig({
			LATERAL_HOST: '0.0.0.0',
			LATERAL_PORT: ' 8080 ',
			LATERAL_DATA: '/srv/lateral',
			LATERAL_ORIGIN: 'https://lateral.example',
			LATERAL_ROLES: 'reader, Owner',
			LATERAL_NETWORK: 'OFF',
			LATERAL_ALLOWED_INTERNAL_HOSTS: 'wiki.paper.example, archive.paper.example',
			LATERAL_CONTACT: 'desk@paper.example'
		});
		expect(config).toEqual({
			host: '0.0.0.0',
			port: 8080,
			data: '/srv/lateral',
			origin: 'https://lateral.example',
			roles: ['owner', 'reader'],
			network: false,
			internalHosts: new Set(['wiki.paper.example', 'archive.paper.example']),
			contact: 'desk@paper.example'
		});
	});

	it.each([
		{ LATERAL_PORT: 'eighty' },
		{ LATERAL_PORT: '-1' },
		{ LATERAL_PORT: '70000' },
		{ LATERAL_ROLES: 'reader' },
		{ LATERAL_ROLES: 'owner, guest' },
		{ LATERAL_NETWORK: 'maybe' },
		{ LATERAL_ORIGIN: 'lateral.example' },
		{ LATERAL_ORIGIN: 'https://lateral.example/path' },
		{ LATERAL_ORIGIN: 'ftp://lateral.example' }
	])('name what is wrong in %o', (environment) => {
		expect(() => readConfig(environment)).toThrow(Object.keys(environment)[0]);
	});
});
