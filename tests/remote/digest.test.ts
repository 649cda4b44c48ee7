import { expect, it } from 'vitest';
import { parseChallenges } from '../../src/remote/challenges.js';
import { digestAuthorization, openDigestSession } from '../../src/remote/digest.js';

/** The example of https://www.rfc-editor.org/rfc/rfc7616#section-3.9.1. */
const header = `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256,
 nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
 Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5,
 nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;

const request = {
  method: 'GET',
  uri: '/dir/index.html',
  user: 'Mufasa',
  password: 'Circle of Life',
  count: 1,
  clientNonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
};

it('reads several challenges of one header', () => {
  const challenges = parseChallenges(`Basic realm="a \\"b\\", c", ${header}, Negotiate`);
  expect(challenges.map(({ scheme }) => scheme)).toEqual(['basic', 'digest', 'digest', 'negotiate']);
  expect(challenges[0]?.parameters).toEqual({ realm: 'a "b", c' });
  expect(challenges[2]?.parameters).toMatchObject({ algorithm: 'MD5', qop: 'auth, auth-int' });
});

it('answers as the example of the RFC does, with the first algorithm and with MD5', () => {
  const challenges = parseChallenges(header);
  const answers = [challenges, challenges.slice(1)].map((offered) => {
    const session = openDigestSession(offered);
    return session && digestAuthorization(session, request);
  });
  expect(answers[0]).toContain(
    'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1", algorithm=SHA-256',
  );
  expect(answers[1]).toContain('response="8ca523f5e9506fed4657c9700eebdbec", algorithm=MD5');
  expect(answers[1]).toContain(
    'qop=auth, nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"',
  );
});

it('hashes the name of a user where the server asks for it, as the second example of the RFC does', () => {
  const [challenge] = parseChallenges(
    'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", charset=UTF-8, userhash=true',
  );
  const session = challenge && openDigestSession([challenge]);
  const answer =
    session &&
    digestAuthorization(session, {
      ...request,
      uri: '/doe.json',
      user: 'Jäsøn Doe',
      password: 'Secret, or not?',
      clientNonce: 'NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm',
    });
  expect(answer).toContain('username="793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b"');
  expect(answer).toContain('userhash=true');
});

it('answers in the way of RFC 2069 where no qop is asked for (its §2.4, with the erratum)', () => {
  const [challenge] = parseChallenges(
    'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
  );
  const session = challenge && openDigestSession([challenge]);
  const answer =
    session && digestAuthorization(session, { ...request, user: 'Mufasa', password: 'CircleOfLife' });
  expect(answer).toContain('response="1949323746fe6a43ef61f9606e7febea"');
  expect(answer).not.toContain('cnonce');
});

it('takes no challenge that it cannot answer', () => {
  for (const offered of ['Basic realm="x"', 'Digest realm="x", nonce="y", qop="auth-int"', 'Digest nonce=1'])
    expect(openDigestSession(parseChallenges(offered))).toBeNull();
});
