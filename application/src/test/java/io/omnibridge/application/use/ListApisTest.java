package io.omnibridge.application.use;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.use.UseFixture.JWT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.ListedApi;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.LeaseToken;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ListApisTest {

    private static final List<ListedApi> APIS =
            List.of(new ListedApi("/gmail/v1", Optional.empty(), List.of(), List.of()));

    private final ProviderApis apis = mock();
    private final Leases leases = mock();
    private final LeaseSealer sealer = mock();

    private ListApis listApis(LeaseMode mode) {
        when(apis.apis(GOOGLE)).thenReturn(Optional.of(APIS));
        return new ListApis(apis, new LeaseCheck(mode, leases, sealer, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void the_apis_of_a_configured_provider_are_listed() {
        assertEquals(new ListApisResult.Listed(APIS), listApis(LeaseMode.ON).list(JWT, GOOGLE));
        assertEquals(new ListApisResult.NotConfigured(), listApis(LeaseMode.ON).list(JWT, NOTION));
    }

    @Test
    @Tag("N1")
    void where_leases_are_required_a_jwt_lists_nothing() {
        assertEquals(
                new ListApisResult.Refused(new UseRefusal.LeaseRequired()),
                listApis(LeaseMode.REQUIRED).list(JWT, GOOGLE));
    }

    @Test
    @Tag("N1")
    void a_lease_that_is_over_lists_nothing() {
        LeaseToken token =
                new LeaseToken(ALICE, new LeaseId("1".repeat(32)), NOW.plusSeconds(1), new Secret("s".repeat(43)));
        DataCaller leased = new DataCaller(caller(ALICE, Permission.READ_DATA), Optional.of(token));

        assertEquals(
                new ListApisResult.Refused(new UseRefusal.LeaseOver(LeaseEnd.OWNER, Optional.empty())),
                listApis(LeaseMode.ON).list(leased, GOOGLE));
    }
}
