/** Where a sentence goes on with what somebody else says. */
import type { Scene } from './scene.js';
import { criticEnds, publicationEnds } from './slots/names.js';

/** "And Ann Lee said", "but Stone Weekly called it": what is quoted behind is theirs. */
export function speaksOther(scene: Scene, at: number): boolean {
  if (!/^(?:and|but|while|whereas|that|;)$/.test(scene.words[at]?.lower ?? '') || scene.isQuoted(at))
    return false;
  return isSpeaker(scene, at + 1) || (scene.words[at + 1]?.lower === 'the' && isSpeaker(scene, at + 2));
}

/** Whether a word begins the name of who may be quoted: of somebody without a part in the subject, or of an outlet. */
function isSpeaker(scene: Scene, at: number): boolean {
  if (at >= scene.words.length) return false;
  return scene.endsOf('critic', at, criticEnds).length > 0 || publicationEnds(scene, at).length > 0;
}

/** Whether a sentence names somebody in full who has no part in the subject. */
export function namesPerson(scene: Scene): boolean {
  return scene.words.some(
    (_, at) => !scene.isQuoted(at) && scene.endsOf('critic', at, criticEnds).length > 0,
  );
}
