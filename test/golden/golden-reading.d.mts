export function goldenReading(path: string): string;
