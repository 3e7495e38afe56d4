/** The browser for journeys and for what a page weighs; installed where that is ours to do. */
export function findChromium(onText: (text: string) => void): Promise<string>
