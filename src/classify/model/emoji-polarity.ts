const by = (value: number, signs: string): readonly (readonly [string, number])[] =>
  signs
    .trim()
    .split(/\s+/)
    .map((sign) => [sign, value] as const);

/** What emoji and emoticons say: our own reading of them. */
export const emojiPolarity: readonly (readonly [string, number])[] = [
  ...by(3, '❤ 😍 🥰 💕 💖 💗 💓 💞 💘 💙 💚 💛 🧡 💜 🖤 😘 🎉 🥳 🤩 😻 🏆 👏 🙌 💯 🔥 ⭐ 🌟 💪'),
  ...by(
    2,
    '😊 😀 😃 😄 😁 😆 🙂 😇 😋 😎 🤗 👍 👌 ✌ 🙏 😌 ☺ 😺 ✨ 🌞 ☀ 🍀 💐 🌹 🎂 🎁 😂 🤣 😜 😝 😛 😅 😚 😙 😗 ♥ :) :-) =) ;) ;-) :D :-D =D ;D :P :-P :p <3 xD XD ^^ \\o/ *-* :*',
  ),
  ...by(
    -2,
    "😞 😔 😟 😕 🙁 ☹ 😣 😖 😫 😩 😢 😥 😓 😪 😒 🙄 😑 👎 💔 😿 😰 😨 😧 😦 😮‍💨 🤦 🤷 😬 😐 😤 :( :-( =( :/ :-/ =/ :| :-| ;( :'( :’(",
  ),
  ...by(-3, '😡 😠 🤬 😭 😱 🤮 🤢 💩 🖕 ☠ 💀 👿 😾'),
];
