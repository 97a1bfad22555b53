const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/** Width in pixels of a text on the timeline. */
export function measureText(text: string, what: 'verb' | 'words'): number {
  const key = `${what} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * 7;
  const style = getComputedStyle(document.documentElement);
  context.font = what === 'verb' ? `600 12px ${style.getPropertyValue('--sans')}` : `13px ${style.getPropertyValue('--serif')}`;
  const { width } = context.measureText(text);
  if (widths.size > 20_000) widths.clear();
  widths.set(key, width);
  return width;
}
