package io.omnibridge.adapters.providers;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.calendar.CalendarConnector;
import io.omnibridge.adapters.providers.connectors.drive.DriveConnector;
import io.omnibridge.adapters.providers.connectors.github.GithubConnector;
import io.omnibridge.adapters.providers.connectors.gmail.GmailConnector;
import io.omnibridge.adapters.providers.connectors.notion.NotionConnector;
import io.omnibridge.adapters.providers.connectors.onedrive.OnedriveConnector;
import io.omnibridge.adapters.providers.connectors.outlook.OutlookConnector;
import io.omnibridge.adapters.providers.connectors.slack.SlackConnector;
import io.omnibridge.adapters.providers.reads.ReadableApi;
import io.omnibridge.application.port.OfferedSource;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.SourceConnectors;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The connectors of the sources that the APIs of a {@link Catalogue} name. Thread-safe. */
public final class CatalogueConnectors implements SourceConnectors {

    private final Map<Source, Connector> connectors = new EnumMap<>(Source.class);
    private final Catalogue catalogue;

    public CatalogueConnectors(Catalogue catalogue) {
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
        Stream.of(
                        new GmailConnector(),
                        new DriveConnector(),
                        new CalendarConnector(),
                        new GithubConnector(),
                        new NotionConnector(),
                        new SlackConnector(),
                        new OutlookConnector(),
                        new OnedriveConnector())
                .forEach(it -> connectors.put(it.source(), it));
    }

    @Override
    public List<OfferedSource> offered(ProviderId provider) {
        List<ReadableApi> apis =
                catalogue.entry(provider).map(entry -> entry.reads().apis()).orElse(List.of());
        return connectors.values().stream()
                .filter(connector -> apis.stream().anyMatch(api -> offers(api, connector.source())))
                .map(connector -> new OfferedSource(connector.source(), scopes(apis, connector), connector.queries()))
                .toList();
    }

    private static boolean offers(ReadableApi api, Source source) {
        return api.reads().stream()
                .anyMatch(read -> read.source().filter(source::equals).isPresent());
    }

    private static Set<String> scopes(List<ReadableApi> apis, Connector connector) {
        Set<String> ofApis = apis.stream()
                .filter(api -> offers(api, connector.source()))
                .flatMap(api -> api.scopes().stream())
                .collect(Collectors.toSet());
        return ofApis.isEmpty() ? connector.scopes() : ofApis;
    }

    @Override
    public ReadPlan<SourcePage> search(Source source, SourceQuery query, Scopes granted) {
        return connector(source).search(query, granted);
    }

    @Override
    public ReadPlan<ItemContent> item(Source source, String id, Scopes granted) {
        return connector(source).item(id, granted);
    }

    private Connector connector(Source source) {
        return Objects.requireNonNull(connectors.get(source), "only sources that are offered are asked");
    }
}
