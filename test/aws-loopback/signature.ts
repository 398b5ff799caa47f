import { createHash, createHmac } from 'node:crypto';
import type { LoopbackRequest } from './message.ts';

/** The access key that the loopback accepts, as the SDK finds it in the environment or in a profile. */
export const loopbackCredentials = { accessKeyId: 'AKIDLOOPBACK', secretAccessKey: 'loopback-secret' } as const;

const authorizationPattern =
  /^AWS4-HMAC-SHA256 Credential=(?<accessKeyId>[^/]+)\/(?<day>\d{8})\/(?<region>[^/]+)\/(?<service>[^/]+)\/aws4_request, SignedHeaders=(?<signedHeaders>[^,]+), Signature=(?<signature>[0-9a-f]{64})$/;

/** Who signed a request, and for what. */
export interface Signer {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
  /** Whether the signature is the one that the loopback's secret gives over this very request. */
  readonly isValid: boolean;
}

/** Reads the Signature Version 4 of a request and computes it anew; undefined when there is none. */
export function signerOf(request: LoopbackRequest): Signer | undefined {
  const groups = authorizationPattern.exec(request.headers.authorization ?? '')?.groups;
  if (groups === undefined) return undefined;
  const { accessKeyId = '', day = '', region = '', service = '', signedHeaders = '', signature } = groups;
  const scope = `${day}/${region}/${service}/aws4_request`;
  const expected = hmac(
    signingKey(loopbackCredentials.secretAccessKey, day, region, service),
    ['AWS4-HMAC-SHA256', header(request, 'x-amz-date'), scope, sha256(canonical(request, signedHeaders))].join('\n'),
  ).toString('hex');
  const isValid = accessKeyId === loopbackCredentials.accessKeyId && signature === expected;
  return { accessKeyId, region, service, isValid };
}

/** The canonical request; none of the calls has a query or a path that would have to be encoded. */
function canonical(request: LoopbackRequest, signedHeaders: string): string {
  const headers = signedHeaders.split(';').map((name) => `${name}:${header(request, name).trim()}\n`);
  return [request.method, request.path, '', headers.join(''), signedHeaders, sha256(request.body)].join('\n');
}

function header(request: LoopbackRequest, name: string): string {
  return [request.headers[name] ?? ''].flat().join(',');
}

function signingKey(secret: string, day: string, region: string, service: string): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), 'aws4_request');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
