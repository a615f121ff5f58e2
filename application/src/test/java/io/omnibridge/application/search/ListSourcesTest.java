package io.omnibridge.application.search;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.search.SearchFixture.JWT;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListSourcesTest {

    private final SearchFixture fixture = new SearchFixture();

    private List<ListedSource> listed() {
        return ((ListSourcesResult.Listed) fixture.listSources().list(JWT)).sources();
    }

    private String states() {
        return listed().stream()
                .map(it -> it.target().source().orElseThrow() + ":" + it.state())
                .collect(joining(" "));
    }

    @Test
    void a_source_is_ready_or_lacks_a_scope_or_is_not_configured() {
        fixture.sources.have(1, Source.GMAIL, Source.DRIVE, Source.NOTION, Source.SLACK);
        fixture.link(Source.GMAIL);
        fixture.link(key(ALICE, FakeSources.provider(Source.DRIVE), "work"), "other");
        fixture.link(Source.NOTION, Source.SLACK, Source.OUTLOOK);
        when(fixture.catalogue.issuingClient(FakeSources.provider(Source.NOTION)))
                .thenReturn(Optional.empty());
        when(fixture.store.find(key(ALICE, FakeSources.provider(Source.SLACK), "work")))
                .thenReturn(Optional.empty());

        assertEquals("GMAIL:READY DRIVE:NOT_GRANTED NOTION:NOT_CONFIGURED SLACK:NOT_CONFIGURED", states());
        assertEquals(Set.of(FakeSources.SCOPE), listed().get(1).missingScopes());
        assertEquals(List.of(), fixture.receipts);
        assertEquals(List.of(), fixture.sources.calls);
    }

    @Test
    void credentials_that_do_not_open_are_a_matter_of_the_operator() {
        fixture.sources.have(1, Source.GMAIL);
        Account account = fixture.link(key(ALICE, FakeSources.provider(Source.GMAIL), "work"), FakeSources.SCOPE);
        when(fixture.sealer.open(account)).thenThrow(new CredentialsUnreadable());

        assertEquals("GMAIL:NOT_CONFIGURED", states());
    }

    @Test
    void an_account_is_read_once() {
        fixture.sources.have(1, Source.GMAIL);
        Account account = fixture.link(key(ALICE, FakeSources.provider(Source.GMAIL), "work"), FakeSources.SCOPE);

        listed();

        verify(fixture.store, times(1)).find(account.key());
    }
}
