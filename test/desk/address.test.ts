import { describe, expect, it } from 'vitest';
import { hrefOf, parseAddress } from '../../src/desk/address.js';

describe('addresses', () => {
  it.each(['plain', '../../etc/passwd', 'a/b?c=1#d', '<b>"x"</b>', 'ÅÆ 100%', 'doc-1'])(
    'hold the id %j and come back as it was',
    (id) => {
      const url = new URL(hrefOf('read', id, { s: 's1', at: '1-2,5-9', asof: null, q: '' }), 'http://desk');
      expect(parseAddress(url.pathname, url.search)).toEqual({
        view: 'read',
        known: true,
        id,
        query: { s: 's1', at: '1-2,5-9' },
      });
    },
  );

  it('are known by their view, and the articles have none', () => {
    expect(parseAddress('/', '')).toMatchObject({ view: 'read', known: true });
    expect(parseAddress('/nowhere/x', '').known).toBe(false);
    expect(parseAddress('/read/%E0%A4%A', '').id).toBe('%E0%A4%A');
  });
});
