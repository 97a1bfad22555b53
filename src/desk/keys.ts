import { useEffect, useRef } from 'preact/hooks';
import { readSettings } from './settings.js';

/** What keys do; by the name that `KeyboardEvent.key` has, letters small. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const FIELDS = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (FIELDS.has(target.tagName) || target.isContentEditable) && !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type)); // prettier-ignore

// The letter after G changes the view, and nothing else hears it.
let afterG = 0;
export const armG = (): void => void (afterG = Date.now());
export const isAfterG = (): boolean => Date.now() - afterG < 1500;
export const disarmG = (): void => void (afterG = 0);

/**
 * Hears keys while the component is shown. Not while one writes or a dialog is open, not with Ctrl, Alt or Meta, and no single letters or
 * signs where they are switched off.
 */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      // A key that is held walks on, and decides nothing twice; with Shift the arrows select text.
      if (event.repeat && !/^(?:[jk]|Arrow\w+)$/u.test(event.key)) return;
      if (event.shiftKey && event.key.startsWith('Arrow')) return;
      const single = event.key.length === 1;
      if (single && (!readSettings().keys || isAfterG())) return;
      // On a button or link these are its own; on the link of what is chosen already there is nothing left to open.
      const control = event.target instanceof Element ? event.target.closest('a, button, summary') : null;
      if ((event.key === 'Enter' || event.key === ' ') && control !== null && control.getAttribute('aria-current') !== 'true')
        return;
      const act = now.current[single ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      // Who walks on by keys has left the link that was chosen before.
      if (event.key === 'j' || event.key === 'k') (document.activeElement as HTMLElement | null)?.blur();
      act(event);
    };
    addEventListener('keydown', heard);
    return () => removeEventListener('keydown', heard);
  }, []);
}
