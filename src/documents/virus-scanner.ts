/** Looks for malware before a file is kept where people open it. */
export interface VirusScanner {
  scan(
    bytes: Uint8Array,
  ): Promise<{ readonly clean: true } | { readonly clean: false; readonly found: string }>
}
