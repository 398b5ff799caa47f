import type { CountedPlaces } from '@aurora-blueprint/core/protocol/client-commands.ts';
import { commands, Location, Position, Range, Uri } from 'vscode';

/** Shows the places that a code lens counts, as the editor shows references. */
export async function showPlaces({ uri, position, places }: CountedPlaces): Promise<void> {
  const locations = places.map(({ uri: at, range: { start, end } }) => {
    return new Location(Uri.parse(at), new Range(start.line, start.character, end.line, end.character));
  });
  const from = new Position(position.line, position.character);
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), from, locations);
}
