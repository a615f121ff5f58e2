package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.OfferedSource;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.application.port.SourceConnectors;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Connector of Gmail at {@code google}, over {@link FakeApis}: a search finds two mails on its first page and one on its second, an
 * item has a text.
 */
public final class FakeConnectors implements SourceConnectors {

    private static final ProviderId GOOGLE = new ProviderId("google");

    /** Returns mail number {@code n}. */
    public static FoundItem mail(int n) {
        return new FoundItem(
                "m" + n,
                ItemType.MAIL,
                "Plans " + n,
                Optional.of("We meet on Monday."),
                Optional.of(URI.create("https://mail.google.com/mail/u/0/#all/m" + n)),
                Optional.of("ada@example.org"),
                Optional.of(Instant.parse("2026-11-27T10:00:00Z").plusSeconds(n)),
                Optional.of("message/rfc822"),
                Optional.of("mail:m" + n));
    }

    @Override
    public List<OfferedSource> offered(ProviderId provider) {
        return provider.equals(GOOGLE) ? List.of(new OfferedSource(Source.GMAIL, Set.of(), 1)) : List.of();
    }

    @Override
    public ReadPlan<SourcePage> search(Source source, SourceQuery query, Scopes granted) {
        return read(() -> query.cursor().isEmpty()
                ? new SourcePage(List.of(mail(1), mail(2)), Optional.of("page-2"), false)
                : new SourcePage(List.of(mail(3)), Optional.empty(), false));
    }

    @Override
    public ReadPlan<ItemContent> item(Source source, String id, Scopes granted) {
        return read(() -> new ItemContent(mail(1), new ItemText.Present("We meet on Monday.", false, 2, 1), false));
    }

    private static <T> ReadPlan<T> read(Supplier<T> value) {
        ApiRequest request =
                new ApiRequest(ReadMethod.GET, "", "/gmail/v1/messages", Optional.empty(), Map.of(), Optional.empty());
        Function<ReadResult, ReadPlan<T>> then = outcome -> outcome instanceof ReadResult.Failed failed
                ? new ReadPlan.Failed<>(failed.reason(), failed.retryAfter())
                : new ReadPlan.Done<>(value.get());
        return new ReadPlan.Reads<>(List.of(request), outcomes -> then.apply(outcomes.get(0)));
    }
}
