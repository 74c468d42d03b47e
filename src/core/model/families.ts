import type { Message, Playbook } from './playbook';

/** A message with its original and its translations: they are sent together. */
export type Families = (message: Message) => readonly Message[];

export function familiesOf(playbook: Playbook): Families {
  const originalOf = (message: Message) => message.translationOf?.target ?? message;
  const families = new Map<Message, Message[]>();
  for (const message of playbook.messages.values()) {
    const original = originalOf(message);
    const known = families.get(original);
    if (known === undefined) families.set(original, [message]);
    else known.push(message);
  }
  return (message) => families.get(originalOf(message)) ?? [message];
}
