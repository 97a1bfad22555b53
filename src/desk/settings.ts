/** What one person set on this machine. */
export interface Settings {
  readonly theme: 'auto' | 'light' | 'dark';
  /** Single letters as keys; some people's speech or switch input types them unasked. */
  readonly keys: boolean;
  /** Who decides, as it is kept with decisions. */
  readonly who: string;
}

const NAME = 'onrecord-settings';
const DEFAULTS: Settings = { theme: 'auto', keys: true, who: '' };

export function readSettings(): Settings {
  try {
    const { theme, keys, who } = { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<Settings>) };
    return { theme: theme === 'light' || theme === 'dark' ? theme : 'auto', keys, who };
  } catch {
    return DEFAULTS;
  }
}

export function keepSettings(settings: Settings): void {
  localStorage.setItem(NAME, JSON.stringify(settings));
  applyTheme(settings);
}

export function applyTheme({ theme }: Settings): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
