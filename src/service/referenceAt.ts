import type { Entry, PlaceholderTarget } from '../core/model/playbook';
import type { Span } from '../core/text/span';
import type { CheckedDocument } from './checkedDocument';

export interface FoundReference {
  readonly span: Span;
  readonly name: string;
  readonly target: Entry | undefined;
  /** Set for `{{name}}`. */
  readonly placeholder?: PlaceholderTarget;
}

/** The reference or placeholder that the offset touches, in the document itself. */
export function referenceAt({ playbook }: CheckedDocument, offset: number): FoundReference | undefined {
  const touches = ({ start, end, file }: Span) => file === undefined && start <= offset && offset <= end;
  const reference = playbook.references.find(({ span }) => touches(span));
  if (reference !== undefined) return { span: reference.span, name: reference.id, target: reference.target };
  for (const text of playbook.texts) {
    if (text.placeholders.length === 0 || !touches(text.span)) continue;
    const placeholder = text.placeholders.find(({ span }) => touches(span));
    if (placeholder === undefined) continue;
    const { target } = placeholder;
    return {
      span: placeholder.span,
      name: placeholder.name,
      target: target !== undefined && 'entry' in target ? target.entry : undefined,
      ...(target && { placeholder: target }),
    };
  }
  return undefined;
}
