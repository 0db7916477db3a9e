/** What this page was built as, where its server said so. */
export const ownVersion = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content
