import type { Audience, Channel, Message, Playbook } from './playbook';

/** Who a message is for: the audiences it names, else those of the channels it has variants for. Each once. */
export function audiencesOf(message: Message, playbook: Playbook): ReadonlySet<Audience> {
  const named = found(message.audience);
  if (named.size > 0) return named;
  return new Set([...channelsOf(message, playbook)].flatMap((channel) => [...found(channel.audiences)]));
}

/** The channels that a message has variants for. */
export function channelsOf(message: Message, playbook: Playbook): ReadonlySet<Channel> {
  return new Set([...message.variants.keys()].flatMap((id) => playbook.channels.get(id) ?? []));
}

function found(references: Channel['audiences']): ReadonlySet<Audience> {
  return new Set(references.flatMap(({ target }) => target ?? []));
}
