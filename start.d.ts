/** Worker and server in one process, as `npm start` has it; resolves when both are ready and has said so. */
export declare const start: (environment: NodeJS.ProcessEnv) => Promise<{
    close: () => Promise<void>;
}>;
