import { describe, expect, it } from 'vitest';
import { hrefOf, parseAddress } from '../../src/desk/address.js';

describe('addresses', () => {
  it.each(['plain', '../../etc/passwd', 'a/b?c=1#d', '<b>"x"</b>', 'ÅÆ 100%', 'doc-1'])(
    'hold the id %j and come back as it was',
    (id) => {
      const url = new URL(hrefOf('read', id, { s: 's1', at: '1-2,5-9', asof: null, q: '' }), 'http://desk');
      expect(parseAddress(url.pathname, url.search)).toEqual({ view: 'read', id, query: { s: 's1', at: '1-2,5-9' } });
    },
  );

  it('fall back on the articles where there is no such view', () => {
    expect(parseAddress('/', '').view).toBe('read');
    expect(parseAddress('/nowhere/x', '').view).toBe('read');
    expect(parseAddress('/read/%E0%A4%A', '').id).toBe('%E0%A4%A');
  });
});
