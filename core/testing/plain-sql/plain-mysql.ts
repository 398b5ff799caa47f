import { Dice } from './dice.ts';
import { aDefinition } from './mysql-definitions.ts';
import { aChange, aQuery } from './mysql-queries.ts';
import { aShortRoutine, routines } from './mysql-routines.ts';
import { aSessionPiece } from './mysql-sessions.ts';
import { joined, type Piece, statement } from './piece.ts';

/** A script for the client mysql, at least that many characters long, without anything of Aurora machine learning. */
export function plainMysql(seed: number, length: number): Piece {
  const dice = new Dice(seed);
  const pieces: Piece[] = [];
  for (let written = 0; written < length; ) {
    const piece = dice.make(
      () => statement(aQuery(dice)),
      () => statement(aChange(dice)),
      () => statement(aDefinition(dice)),
      () => statement(aShortRoutine(dice)),
      () => routines(dice),
      () => aSessionPiece(dice),
    );
    pieces.push(piece);
    written += piece.text.length;
  }
  return joined(...pieces);
}
