import { Dice } from './dice.ts';
import { joined, type Piece, statement } from './piece.ts';
import { aDefinition } from './postgresql-definitions.ts';
import { aChange, aQuery } from './postgresql-queries.ts';
import { aRoutine } from './postgresql-routines.ts';
import { aSessionPiece } from './postgresql-sessions.ts';

/** A script for psql, at least that many characters long, without anything of Aurora machine learning. */
export function plainPostgresql(seed: number, length: number): Piece {
  const dice = new Dice(seed);
  const pieces: Piece[] = [];
  for (let written = 0; written < length; ) {
    const piece = dice.make(
      () => statement(aQuery(dice)),
      () => statement(aChange(dice)),
      () => statement(aDefinition(dice)),
      () => statement(aRoutine(dice)),
      () => aSessionPiece(dice),
    );
    pieces.push(piece);
    written += piece.text.length;
  }
  return joined(...pieces);
}
