/** A stretch of a generated SQL script. */
export interface Piece {
  readonly text: string;
  /** What a client sends to the server when it runs the script: each statement from its first token to its last. */
  readonly statements: readonly string[];
}

/** A statement that ends at a semicolon. */
export function statement(sql: string): Piece {
  return { text: `${sql};\n`, statements: [sql] };
}

/** What a client keeps for itself: comments, its own commands, data. */
export function aside(text: string): Piece {
  return { text: `${text}\n`, statements: [] };
}

/** Pieces one behind the other, as one. */
export function joined(...pieces: readonly Piece[]): Piece {
  return {
    text: pieces.map((piece) => piece.text).join(''),
    statements: pieces.flatMap((piece) => piece.statements),
  };
}
