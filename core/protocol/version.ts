/** Version of the project's own requests; server and client of different versions do not talk to each other. */
export const protocolVersion = 1;
