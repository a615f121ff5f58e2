package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.port.SourceConnectors;
import io.omnibridge.application.search.ListSources;
import io.omnibridge.application.search.OwnSources;
import io.omnibridge.application.search.ReadItem;
import io.omnibridge.application.search.Search;
import io.omnibridge.application.search.SearchClock;
import io.omnibridge.application.use.UseSources;
import java.time.Duration;

/** The use cases of search, which share the door. */
record SearchWiring(GrantWiring grants, SourceConnectors connectors, UseSources useSources, Duration deadline) {

    Search search() {
        return new Search(
                ownSources(),
                useSources,
                connectors,
                grants.sealers().results(),
                new SearchClock(deadline, grants.clock(), System::nanoTime));
    }

    ListSources listSources() {
        return new ListSources(ownSources(), useSources);
    }

    ReadItem readItem() {
        return new ReadItem(grants.sealers().results(), connectors, useSources, System::nanoTime);
    }

    private OwnSources ownSources() {
        return new OwnSources(grants.vault().accounts(), connectors);
    }
}
