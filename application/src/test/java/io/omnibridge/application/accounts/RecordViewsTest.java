package io.omnibridge.application.accounts;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecordViewsTest {

    private static final AccountMetadata ACCOUNT = account(LinkedBy.CONNECT);
    private static final Instant NEXT_DAY = NOW.plus(Duration.ofDays(1));

    private final TokenStore store = mock();
    private final RecordViews recordViews = new RecordViews(store);

    private static AccountMetadata account(LinkedBy linkedBy) {
        return AccountMetadata.linked(
                key(ALICE, GOOGLE, "work"),
                AccountVersion.first(new LinkId("1".repeat(32))),
                Scopes.none(),
                linkedBy,
                true,
                Optional.empty(),
                NOW);
    }

    private void view(AccountMetadata account, Instant at) {
        recordViews.note(List.of(account), at);
    }

    @Test
    @Tag("D23")
    void views_are_written_beside_requests_and_once() {
        view(ACCOUNT, NEXT_DAY);
        verifyNoInteractions(store);

        view(ACCOUNT, NEXT_DAY.plusSeconds(1));
        recordViews.write();
        recordViews.write();

        verify(store).recordView(ACCOUNT.key(), ACCOUNT.version(), NEXT_DAY.plusSeconds(1));
        verifyNoMoreInteractions(store);
    }

    @Test
    @Tag("D23")
    void an_account_that_was_linked_used_or_seen_on_this_day_costs_no_write() {
        view(ACCOUNT, NEXT_DAY.minusMillis(1));
        view(ACCOUNT.withSeenAt(NOW.plusSeconds(1)), NEXT_DAY);
        view(ACCOUNT.withUsedAt(NOW.plusSeconds(1)), NEXT_DAY);
        view(account(LinkedBy.TOKEN), NEXT_DAY);
        recordViews.write();

        verifyNoInteractions(store);
    }

    @Test
    @Tag("D23")
    void a_view_waits_until_the_store_takes_it() {
        doThrow(new StoreUnavailable("down")).when(store).recordView(any(), any(), any());
        view(ACCOUNT, NEXT_DAY);
        assertThrows(StoreUnavailable.class, recordViews::write);

        doNothing().when(store).recordView(any(), any(), any());
        recordViews.write();

        verify(store, times(2)).recordView(ACCOUNT.key(), ACCOUNT.version(), NEXT_DAY);
    }
}
