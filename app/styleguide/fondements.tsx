import { Section } from '@/app/styleguide/section'
import * as icones from '@/components/ui/icones'
import { Marque, Signe } from '@/components/ui/marque'

const couleurs: [nom: string, valeur: string, usage: string][] = [
  ['encre', '#152238', 'texte 15,9'],
  ['encre-2', '#465066', 'second 8,1'],
  ['encre-3', '#5e677a', 'discret 5,7'],
  ['bord', '#6f685d', 'contour 5,5'],
  ['filet-2', '#c4bcae', 'règle forte'],
  ['filet', '#ddd7cb', 'règle'],
  ['papier-2', '#f0ece4', 'note'],
  ['papier', '#f8f6f2', 'fond'],
  ['blanc', '#ffffff', 'fond'],
  ['bleu-900', '#0a2757', 'survol 14,6'],
  ['bleu-700', '#0c419a', 'action 9,4'],
  ['bleu-200', '#b9cdee', 'zone choisie'],
  ['bleu-100', '#dde7f7', 'transmise'],
  ['bleu-50', '#f0f4fb', 'coché'],
  ['cyan-900', '#00435e', 'sur cyan 8,8'],
  ['cyan-700', '#006c95', 'icône 5,9'],
  ['cyan-500', '#00a5df', 'jamais texte'],
  ['cyan-100', '#d0eefa', 'en charge'],
  ['cyan-50', '#ebf7fc', 'info, ouvert'],
  ['brique-900', '#6b2208', 'sur 100\u00a0: 9,1'],
  ['brique-700', '#97320f', 'texte 7,6'],
  ['brique-600', '#b23e17', 'trait 5,8'],
  ['brique-300', '#e8a488', 'décor'],
  ['brique-100', '#fbe1d5', 'à vous'],
  ['brique-50', '#fdf3ee', 'alerte'],
]

const usuelles = [
  'Inbox File|Send Transmise|CircleDot En charge|CornerDownLeft À vous|CirclePause En attente|Check Traitée|Ban Annulée',
  'Clock Bientôt|TriangleAlert En retard|Zap Urgent|Lock Interne|Paperclip Pièce|Upload Envoyer|Download Prendre',
  'ShieldEllipsis Analyse|ScanEye Floue|Eye Présence|CloudCheck Enregistré|CircleAlert Erreur|Copy Doublon',
]
  .join('|')
  .split('|')
  .map((texte) => texte.split(/ (.*)/) as [keyof typeof icones, string])

export function Fondements() {
  return (
    <>
      <Section titre="Marque">
        <div className="flex flex-wrap items-center gap-10">
          <Marque taille="grande" />
          <Marque taille="caisse" />
          <Signe />
          <p className="max-w-84 text-15 text-encre-2">
            Deux angles, la caisse et le partenaire, tiennent un espace{'\u202f'}; au centre, la personne. Jamais sur un
            fond autre que blanc ou papier.
          </p>
        </div>
      </Section>
      <Section titre="Couleurs">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(98px,1fr))] gap-3">
          {couleurs.map(([nom, valeur, usage]) => (
            <li key={nom} className="text-14">
              <svg aria-hidden="true" className="block h-11 w-full rounded-1 border border-filet-2">
                <rect width="100%" height="100%" fill={`var(--color-${nom})`} />
              </svg>
              <span className="block font-[650]">{nom}</span>
              <span className="block text-encre-2">{valeur}</span>
              <span className="block text-encre-2">{usage}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section titre="Lettres">
        <div className="flex flex-col gap-1.5">
          <p className="text-34 font-bold tracking-[-0.012em]">34 Vérifiez avant de transmettre</p>
          <p className="text-27 font-bold">27 Convention avec le CCAS de Vaucreux</p>
          <p className="text-22 font-[650]">22 Ce qui va se passer</p>
          <p className="text-19 font-[650]">19 Envoyer 2 pièces pour Moussa Traoré-Lefèvre</p>
          <p>17 Texte et champs{'\u00a0'}: la caisse retrouve la personne avec son nom.</p>
          <p className="text-15">15 Tableaux et pages des agents, secondaire des partenaires</p>
          <p className="text-14">
            14 En-têtes de colonnes, badges, repères. Rien en dessous, sauf le nombre d’un badge (13).
          </p>
          <p className="text-15 text-encre-2">
            Références{'\u00a0'}: <span className="reference">26-004817</span>. Ailleurs{'\u00a0'}: 1<sup>er</sup> mars
            2026, 14 h 02. Noms{'\u00a0'}: Gülsen Aktaş, Ngọc-Hân Trần-Dubreuil, Tomasz Wiśniewski.
          </p>
        </div>
      </Section>
      <Section titre="Icônes">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(92px,1fr))] gap-x-2 gap-y-4 text-14">
          {usuelles.map(([nom, mot]) => {
            const Icone = icones[nom]
            return (
              <li key={nom}>
                <Icone className="mb-1 size-5" />
                <span className="block">{mot}</span>
              </li>
            )
          })}
        </ul>
        <p className="mt-3 text-15 text-encre-2">
          Lucide, trait 1,9, 1,15 fois le texte, couleur du texte. Toujours avec un mot, sauf suivant, précédent et
          fermer, nommés pour les lecteurs d’écran.
        </p>
      </Section>
    </>
  )
}
