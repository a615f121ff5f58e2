package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.readiness.CheckReadiness;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which jobs a node schedules. Their threads are {@link BackgroundJobs}'. */
class JobWiringTest {

    private final SignOuts signOuts = mock();
    private final CheckReadiness readiness = mock();
    private final BackgroundJobs jobs = mock();
    private final Map<String, Runnable> scheduled = new HashMap<>();
    private final Map<String, Duration> periods = new HashMap<>();

    private void schedule() {
        when(jobs.every(any(), any(), any())).thenAnswer(call -> {
            periods.put(call.getArgument(1), call.getArgument(0));
            scheduled.put(call.getArgument(1), call.getArgument(2));
            return jobs;
        });
        ProviderCatalogue catalogue = mock();
        when(catalogue.all()).thenReturn(List.of());
        VaultPorts vault = new VaultPorts(mock(), mock(), mock(), mock(), mock(), mock(), signOuts, mock());
        GrantWiring grants = new GrantWiring(
                vault,
                catalogue,
                mock(),
                new Sealers(Keyset.generate(), "https://issuer.example"),
                Clock.systemUTC(),
                new SecureRandom());
        new JobWiring(
                        grants,
                        mock(),
                        mock(),
                        mock(),
                        mock(),
                        Optional.empty(),
                        Optional.empty(),
                        ClockAgreement.ofOneClock())
                .schedule(jobs, readiness);
    }

    private void run(String name) {
        Objects.requireNonNull(scheduled.get(name), scheduled::toString).run();
    }

    @Test
    @Tag("W1")
    void the_sign_outs_of_erased_users_are_removed_every_quarter_of_an_hour() {
        schedule();
        verifyNoInteractions(signOuts);

        run("forget sign-outs of erased users");

        verify(signOuts).removeForgotten();
        assertEquals(Duration.ofMinutes(15), periods.get("forget sign-outs of erased users"));
    }

    @Test
    void readiness_is_checked_each_second() {
        schedule();

        run("check readiness");

        verify(readiness).isReady();
        assertEquals(Duration.ofSeconds(1), periods.get("check readiness"));
    }
}
