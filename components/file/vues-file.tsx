import './vues-file.css'
import { adresseFile } from '@/components/file/requete'
import { vuesDites } from '@/components/file/vues'
import { Menu } from '@/components/ui/menu'
import { type Onglet, Onglets } from '@/components/ui/onglets'
import type { Compteurs } from '@/lib/demandes/cadre-file'
import { type FiltresFile, vues } from '@/lib/demandes/filtres-file'
import { estTelleQuelle, type Vue } from '@/lib/file/filtres-de-vue'

const adresseVue = (id: string) => `/caisse/file?vue=${id}`

/** The view as it was saved, or narrowed since. */
export function vueEnCours(enregistrees: Vue[], { enregistree }: FiltresFile): Vue | undefined {
  return enregistrees.find(({ id }) => id === enregistree)
}

function Ligne({ vue: { id, nom, compte } }: { vue: Vue }) {
  return (
    <li>
      <a href={adresseVue(id)} className="justify-between">
        {nom}
        {compte !== null && <span className="text-encre-2">{compte >= 1000 ? '1000 et plus' : compte}</span>}
      </a>
    </li>
  )
}

function Groupe({ titre, vues: siennes }: { titre: string; vues: Vue[] }) {
  if (siennes.length === 0) return null
  return (
    <>
      <p className="px-4 pt-2 pb-1 text-14 font-semibold text-encre-2">{titre}</p>
      <ul>
        {siennes.map((vue) => (
          <Ligne key={vue.id} vue={vue} />
        ))}
      </ul>
    </>
  )
}

const deMesEquipes = ({ vue, equipe }: FiltresFile) => vue === 'toutes' && equipe === 'miennes'

/** The views of everybody as tabs, those that agents saved in a menu; the one in use is a tab too. */
export function VuesFile({
  filtres,
  compteurs,
  equipes,
  enregistrees,
}: {
  filtres: FiltresFile
  compteurs: Compteurs
  /** Teams of the acteur. */
  equipes: string[]
  enregistrees: Vue[]
}) {
  const courante = vueEnCours(enregistrees, filtres)
  const onglets: Onglet[] = vues.map((vue) => ({
    href: adresseFile({ vue }),
    libelle: vuesDites[vue].libelle,
    chaud: vuesDites[vue].chaud,
    compte: vue === 'closes' ? undefined : compteurs[vue],
    courant: !courante && vue === filtres.vue && !(vue === 'toutes' && deMesEquipes(filtres)),
  }))
  // After one's own: what one's teams share.
  if (equipes.length > 0)
    onglets.splice(2, 0, {
      href: adresseFile({ vue: 'toutes', equipe: 'miennes' }),
      libelle: equipes.length > 1 ? 'Mes équipes' : 'Mon équipe',
      compte: equipes.reduce((somme, id) => somme + (compteurs.equipes[id] ?? 0), 0),
      courant: !courante && deMesEquipes(filtres),
    })
  if (courante)
    onglets.push({
      href: adresseVue(courante.id),
      libelle: estTelleQuelle(courante, filtres) ? courante.nom : `${courante.nom}, modifiée`,
      compte: courante.compte ?? undefined,
      courant: true,
    })
  return (
    <div className="vues-file">
      <Onglets nom="Vues de la file" onglets={onglets} />
      <Menu libelle="Autres vues" droite classeBouton="vues-file__menu">
        <Groupe titre="Mes vues" vues={enregistrees.filter(({ mienne }) => mienne)} />
        <Groupe titre="Partagées par la caisse" vues={enregistrees.filter(({ mienne }) => !mienne)} />
        <ul>
          <li>
            <a href="/caisse/file/vues">Gérer les vues</a>
          </li>
          <li>
            <a href="/caisse/demandes/transferees">Demandes transférées</a>
          </li>
        </ul>
      </Menu>
    </div>
  )
}
