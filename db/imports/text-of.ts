/** The text of an uploaded file. Spreadsheets on Windows write UTF-8 or, when asked for plain "CSV", Windows-1252. */
export const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
