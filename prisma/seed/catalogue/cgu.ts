import { typo } from '@/lib/socle/format'

/** First version of the CGU. A blank line separates paragraphs; a line that starts with ## is a heading. */
export const texteCgu =
  typo(`Ces conditions disent ce que l'Espace Partenaires vous permet, et ce que vous vous engagez à respecter. Prenez quelques minutes pour les lire : elles s'appliquent dès que vous les acceptez.

## 1. À quoi sert le portail

L'Espace Partenaires permet aux organismes liés par une convention à une caisse d'assurance maladie de lui transmettre des demandes pour les personnes qu'ils accompagnent, puis d'en suivre le traitement. Il est ouvert tous les jours, à toute heure. Une maintenance est annoncée à l'avance sur la page de connexion, avec le moyen de joindre la caisse pendant ce temps.

## 2. Qui peut l'utiliser

Seules les personnes habilitées par leur organisme, ou par la caisse, disposent d'un compte. Votre compte est personnel. Ne prêtez jamais votre identifiant ni votre mot de passe, même à un collègue : il aura le sien. Si vous êtes à la fois gestionnaire et technicien, vous avez deux comptes distincts.

Prévenez votre gestionnaire dès que vous changez de fonction ou que vous quittez votre organisme : votre compte sera inactivé.

## 3. Votre mot de passe

Choisissez un mot de passe long, qui ne sert nulle part ailleurs. Il doit être changé à intervalles réguliers. La caisse ne vous le demandera jamais, ni par téléphone ni par courriel. Si vous pensez que quelqu'un d'autre le connaît, changez-le tout de suite et prévenez la caisse : elle peut fermer le compte sur-le-champ.

## 4. Votre équipement

Connectez-vous depuis un matériel professionnel, à jour et protégé par un antivirus. Utilisez une messagerie professionnelle hébergée en Europe. Fermez votre session quand vous quittez votre poste.

## 5. L'accord de la personne

Avant chaque demande, vous informez la personne de ce que vous transmettez à la caisse, et vous recueillez son accord. Vous l'attestez au moment de transmettre. Une notice à lui remettre est à votre disposition dans le portail.

## 6. Ce que vous écrivez

N'écrivez jamais le numéro de sécurité sociale d'une personne, ni d'information sur sa santé, dans un texte libre : le nom et la date de naissance suffisent à la caisse. Ne transmettez que ce qui est utile à la demande. Les pièces demandées se joignent comme fichiers : elles sont chiffrées, et passent par un antivirus.

## 7. Le secret professionnel

Vous êtes tenu au secret sur tout ce que vous apprenez par le portail. Vous n'ouvrez une demande que si votre travail l'exige. Chaque consultation, chaque téléchargement et chaque action est inscrit dans un journal que le délégué à la protection des données de la caisse peut lire.

## 8. Les délais

La caisse s'engage sur les délais de la convention. Pour une étude de dossier, le délai part du jour où le dossier est complet ; il s'arrête quand la caisse demande un complément, et repart de zéro quand le complément arrive. La date prévue est affichée sur chaque demande.

## 9. Vos données

La caisse est responsable du traitement de vos données : identité, fonction, coordonnées professionnelles, et traces de vos actions. Elles servent à gérer votre compte et à garantir la sécurité du portail. Six mois après son inactivation, votre compte est effacé. Vous pouvez demander l'accès à vos données, leur rectification ou leur limitation au délégué à la protection des données de votre caisse, dont l'adresse est dans l'annuaire. Vous pouvez aussi saisir la CNIL.

## 10. Si ces règles ne sont pas respectées

La caisse peut suspendre un compte, ou l'accès de tout un organisme, en disant pourquoi. Un usage frauduleux peut donner lieu à des poursuites.

## 11. Les changements de ces conditions

Si ces conditions changent, la nouvelle version vous est présentée à votre prochaine connexion : vous la lisez, puis vous l'acceptez avant de continuer.`)
