import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Overview } from '../server/shapes.js';
import { VIEWS, type View } from './address.js';
import { Dialog } from './deciding.js';
import { useLink } from './desk.js';
import { Button, Kbd, Menu } from './parts.js';
import { keepSettings, readSettings, type Settings } from './settings.js';

/** The head of every page: where one is, where one can go, and which ledger it is. */
export function Masthead({ view, overview }: { readonly view: View; readonly overview: Overview }): JSX.Element {
  const link = useLink();
  const links = VIEWS.filter((one) => one.view !== 'search').map((one) => (
    <a key={one.view} href={link(one.view)} aria-current={one.view === view ? 'page' : undefined}>
      {one.name}
      {one.view === 'review' && overview.open > 0 ? (
        <span class="cnt">
          {overview.open > 99 ? '99+' : overview.open}
          <span class="vh-only"> waiting</span>
        </span>
      ) : null}
    </a>
  ));
  const name = overview.where.split(/[/\\]/u).at(-1) ?? overview.where;
  return (
    <header class="mast">
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <div class="mrow">
        <a class="wm" href="/read">
          Onrecord
        </a>
        <nav class="nav" aria-label="Views">
          {links}
        </nav>
        <div class="navm">
          <Menu name={VIEWS.find((one) => one.view === view)?.name ?? 'Views'} right={false}>
            <nav aria-label="Views">{links}</nav>
          </Menu>
        </div>
        <a class="btn srl" href={link('search')} aria-current={view === 'search' ? 'page' : undefined}>
          Search <kbd aria-hidden="true">/</kbd>
        </a>
        <p class="lsw" title={overview.where}>
          <code>{name}</code>
          <small>
            {overview.articles.toLocaleString('en')} article{overview.articles === 1 ? '' : 's'}
          </small>
        </p>
      </div>
    </header>
  );
}

const ALL: readonly (readonly [keys: string, what: string])[] = [
  ['/', 'search'],
  ...VIEWS.map(({ name, key }): [string, string] => [`G ${key.toUpperCase()}`, name]),
  ['J K', 'next, previous record'],
  ['Enter', 'to the words'],
  ['[ ]', 'reader: outer, inner statement'],
  ['← →', 'as of: article before, next; reader: article before, next'],
  ['↑ ↓ ← →', 'positions: cell; timeline: along and between lanes'],
  ['A B', 'positions: make the chosen day A or B'],
  ['+ −', 'timeline: zoom'],
  ['Y N E', 'confirm or accept, reject or dismiss, correct'],
  ['Z', 'undo the last decision'],
  ['C', 'copy citation'],
  ['M S', 'dossier: merge, split'],
  ['Esc', 'close'],
  ['?', 'this list'],
];

/** All keys, and what one can set. */
export function HelpDialog({ close }: { readonly close: () => void }): JSX.Element {
  const [settings, setSettings] = useState<Settings>(readSettings);
  const set = (changed: Partial<Settings>): void => {
    const next = { ...settings, ...changed };
    setSettings(next);
    keepSettings(next);
  };
  return (
    <Dialog title="Keys and settings" close={close}>
      <div class="help">
        <table>
          <tbody>
            {ALL.map(([keys, what]) => (
              <tr key={keys}>
                <td>
                  <Kbd>{keys}</Kbd>
                </td>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <label class="field row">
            <input type="checkbox" checked={settings.keys} onChange={(event) => set({ keys: event.currentTarget.checked })} />{' '}
            Single letters are keys
          </label>
          <label class="field">
            Colours
            <select value={settings.theme} onChange={(event) => set({ theme: event.currentTarget.value as Settings['theme'] })}>
              <option value="auto">as the machine has them</option>
              <option value="light">light</option>
              <option value="dark">dark</option>
            </select>
          </label>
          <label class="field">
            Your name, kept with what you decide
            <input
              type="text"
              value={settings.who}
              placeholder="desk"
              onInput={(event) => set({ who: event.currentTarget.value })}
            />
          </label>
          <p class="hint">
            <a href="/docs" target="_blank" rel="noreferrer">
              The HTTP API
            </a>
          </p>
        </div>
      </div>
      <div class="acts">
        <Button primary onClick={close}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
