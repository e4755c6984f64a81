import { Bouton } from '@/components/ui/bouton'
import { FiltreListe, FiltreRecherche } from '@/components/ui/filtres'
import { cleTheme } from '@/lib/bibliotheque/modele'
import type { Filtres } from '@/lib/bibliotheque/schema'
import { services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'

/** Words, theme and service. The words go by `/recherche`: an address keeps none. */
export function FiltresBibliotheque({ filtres, themes }: { filtres: Filtres; themes: string[] }) {
  return (
    <form action="/recherche" method="post" className="mt-5 mb-6 flex flex-wrap items-end gap-3">
      <input type="hidden" name="page" value="bibliotheque" />
      {filtres.vue !== 'en_ligne' && <input type="hidden" name="vue" value={filtres.vue} />}
      <FiltreRecherche nom="q" libelle="Titre, thème ou mot" valeur={filtres.q} />
      <FiltreListe
        nom="theme"
        libelle="Thème"
        valeur={filtres.theme}
        options={[
          { valeur: '', libelle: 'Tous' },
          ...themes.map((theme) => ({ valeur: cleTheme(theme), libelle: theme })),
        ]}
      />
      <FiltreListe
        nom="service"
        libelle="Service"
        valeur={filtres.service}
        options={[
          { valeur: '', libelle: 'Tous' },
          ...services.map((service) => ({ valeur: service, libelle: definitionDe(service).libelleCourt })),
        ]}
      />
      <Bouton type="submit" aspect="secondaire" dense className="min-h-10!">
        Chercher
      </Bouton>
    </form>
  )
}
