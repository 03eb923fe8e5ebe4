/**
 * The program as it is published touches no network: a script that is loaded before it writes down, and fails, each
 * use of a socket or of the resolver, in each mode and each format.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import { temporaryFolder } from '../support/git-repo.ts';
import { keysIn, leakingRepository, MODES, type Mode, runMode } from './modes.ts';

/** Also what lies under `net`: an undici inside of Node (`fetch`) does not come by way of the exported functions. */
const RECORDER = String.raw`
const { appendFileSync } = require('node:fs');
const { threadId } = require('node:worker_threads');
const note = (what) => appendFileSync(process.env.NETWORK_LOG, what + '\n');
note('loaded ' + (threadId === 0 ? 'main' : 'worker'));
const trap = (owner, names, label) => {
  for (const name of names) {
    if (typeof owner[name] !== 'function') continue;
    owner[name] = function () {
      note('used ' + label + '.' + name);
      throw new Error('network: ' + label + '.' + name);
    };
  }
};
const net = require('node:net');
trap(net, ['connect', 'createConnection', 'createServer'], 'net');
trap(net.Socket.prototype, ['connect'], 'Socket');
trap(net.Server.prototype, ['listen'], 'Server');
trap(require('node:tls'), ['connect', 'createServer'], 'tls');
const dgram = require('node:dgram');
trap(dgram, ['createSocket'], 'dgram');
trap(dgram.Socket.prototype, ['bind', 'send', 'connect'], 'dgram.Socket');
for (const name of ['http', 'https']) trap(require('node:' + name), ['request', 'get', 'createServer'], name);
trap(require('node:http2'), ['connect', 'createServer'], 'http2');
const dns = require('node:dns');
const questions = Object.keys(dns).filter((name) => /^(lookup|resolve|reverse)/.test(name));
trap(dns, questions, 'dns');
trap(dns.promises, questions, 'dns.promises');
trap(dns.Resolver.prototype, questions, 'Resolver');
trap(dns.promises.Resolver.prototype, questions, 'promises.Resolver');
trap(globalThis, ['fetch', 'WebSocket', 'EventSource'], 'global');
`;

function recorder(): { env: Record<string, string>; log: () => string[] } {
  const folder = temporaryFolder();
  const script = join(folder, 'recorder.cjs');
  const log = join(folder, 'log');
  writeFileSync(script, RECORDER);
  return {
    env: { NODE_OPTIONS: `--require ${script}`, NETWORK_LOG: log },
    log: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  };
}

describe('the recorder notes each use, so that these tests can fail', () => {
  test.each([
    ['used net.connect', "require('net').connect(9, '127.0.0.1')"],
    ['used Socket.connect', "new (require('net').Socket)().connect(9, '127.0.0.1')"],
    ['used tls.connect', "require('tls').connect(9, '127.0.0.1')"],
    ['used https.get', "require('https').get('https://example.invalid')"],
    ['used http.request', "require('http').request('http://example.invalid')"],
    ['used dgram.createSocket', "require('dgram').createSocket('udp4')"],
    ['used dns.lookup', "require('dns').lookup('example.invalid', () => {})"],
    ['used dns.promises.resolve4', "require('dns/promises').resolve4('example.invalid')"],
    ['used global.fetch', "fetch('http://example.invalid')"],
  ])('%s', (line, code) => {
    const { env, log } = recorder();
    spawnSync(process.execPath, ['-e', code], { env: { ...env, PATH: process.env['PATH'] } });
    expect(log()).toContain(line);
  });
});

describe('keypetrel opens no socket and resolves no name', () => {
  const program = inject('program');

  test.each(Object.entries(MODES))('%s', async (_, mode: Mode) => {
    const { env, log } = recorder();
    const { code, stdout, stderr } = await runMode(program, leakingRepository(), mode, { env });
    expect({ code, found: keysIn(stdout + stderr) }).toEqual({ code: mode.code, found: mode.found });
    expect(log()).toContain('loaded main');
    expect(log().filter((line) => line.startsWith('used'))).toEqual([]);
  });

  test.each(REPORT_FORMAT_NAMES)('the format %s, on standard output and in a file', async (format) => {
    const { env, log } = recorder();
    const file = join(temporaryFolder(), 'report');
    const mode: Mode = { args: () => ['--format', format, '-o', `${format}=${file}`], found: [], code: 1 };
    const { code } = await runMode(program, leakingRepository(), mode, { env });
    expect({ code, written: existsSync(file) }).toEqual({ code: 1, written: true });
    expect(log().filter((line) => line.startsWith('used'))).toEqual([]);
  });
});
