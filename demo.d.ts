/**
 * Plays the Tamworth night through the front door, as anybody with the desk's token could. A demonstration that was
 * stopped halfway goes on; one that was over begins again. Answers the night it plays in.
 */
export declare const playDemo: (url: string, deskToken: string) => Promise<string>;
