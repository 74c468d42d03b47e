import * as vscode from 'vscode';
import type { Place } from '../protocol/authoring';

/** As a worker takes it: a copy of an editor's own position would have nothing in it. */
export function toPlace({ line, character }: vscode.Position): Place {
  return { line, character };
}

export function toPosition({ line, character }: Place): vscode.Position {
  return new vscode.Position(line, character);
}
