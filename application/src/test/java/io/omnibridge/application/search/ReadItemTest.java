package io.omnibridge.application.search;

import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.search.SearchFixture.JWT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.application.use.LeaseRestriction;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseOutcome;
import io.omnibridge.domain.use.UseVia;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadItemTest {

    private final SearchFixture fixture = new SearchFixture().link(Source.GMAIL);
    private final String ref;

    ReadItemTest() {
        fixture.sources.have(1, Source.GMAIL);
        ref = fixture.found().items().get(0).ref();
        fixture.receipts.clear();
        fixture.sources.calls.clear();
    }

    private ReadItemResult read(DataCaller caller, String text) {
        return fixture.readItem().read(caller, text, UseVia.MCP, REQUEST);
    }

    @Test
    void an_item_is_read_with_one_receipt() {
        ReadItemResult.Read read = assertInstanceOf(ReadItemResult.Read.class, read(JWT, ref));

        assertEquals(
                "Text of gmail0",
                assertInstanceOf(ItemText.Present.class, read.content().text()).text());
        assertEquals(1, fixture.receipts.size());
        assertEquals(UseKind.ITEM, fixture.receipts.get(0).use().kind());
        assertEquals(UseVia.MCP, fixture.receipts.get(0).use().via());
    }

    @Test
    @Tag("Z1")
    void another_users_item_is_like_one_that_is_not_there() {
        DataCaller bob = new DataCaller(caller(BOB, Permission.READ_DATA), Optional.empty());

        assertEquals(read(JWT, "no-such-item"), read(bob, ref));
        assertEquals(new ReadItemResult.Refused(new UseRefusal.NotFound()), read(bob, ref));
        assertEquals(List.of(), fixture.sources.calls);
    }

    @Test
    void a_source_that_is_no_longer_offered_is_not_asked() {
        fixture.sources.pages.clear();

        assertEquals(new ReadItemResult.Refused(new UseRefusal.NotConfigured(false)), read(JWT, ref));
        assertEquals(List.of(), fixture.receipts);
    }

    @Test
    @Tag("N1")
    void a_lease_for_another_account_or_kind_does_not_open_it() {
        LeaseTerms terms = new LeaseTerms(
                "agent",
                Optional.empty(),
                List.of(key(JWT.caller().user(), FakeSources.provider(Source.GMAIL), "home")),
                Set.of(UseKind.ITEM),
                NOW.plusSeconds(60),
                5);

        assertEquals(
                new ReadItemResult.Refused(new UseRefusal.OutsideLease(LeaseRestriction.ACCOUNT)),
                read(fixture.lease(terms), ref));
        assertEquals(List.of(), fixture.receipts);
    }

    @ParameterizedTest
    @EnumSource(
            value = UseFailure.class,
            names = {"PROVIDER_TIMEOUT", "PROVIDER_UNAVAILABLE", "RESPONSE_TOO_LARGE", "PROVIDER_ERROR"})
    void a_failure_is_told_and_leaves_a_second_receipt(UseFailure reason) {
        fixture.sources.answers.put(Source.GMAIL, path -> new ApiReadResult.Failed(reason));

        assertEquals(new ReadItemResult.Failed(reason, Duration.ZERO), read(JWT, ref));
        assertEquals(UseOutcome.FAILED, fixture.receipts.get(1).outcome());
        assertEquals(Optional.of(reason), fixture.receipts.get(1).reason());
    }

    @Test
    void what_the_provider_refuses_is_told_as_what_it_is() {
        fixture.sources.answers.put(Source.GMAIL, path -> new ApiReadResult.Failed(UseFailure.NOT_FOUND));
        assertEquals(new ReadItemResult.Refused(new UseRefusal.NotFound()), read(JWT, ref));

        fixture.sources.answers.put(Source.GMAIL, path -> new ApiReadResult.Failed(UseFailure.NOT_GRANTED));
        assertEquals(new ReadItemResult.Refused(new UseRefusal.NotGranted(Set.of(FakeSources.SCOPE))), read(JWT, ref));

        fixture.sources.answers.put(
                Source.GMAIL, path -> new ApiReadResult.LimitReached("gmail", Duration.ofSeconds(9)));
        assertEquals(new ReadItemResult.Refused(new UseRefusal.LimitReached(Duration.ofSeconds(9))), read(JWT, ref));
    }
}
