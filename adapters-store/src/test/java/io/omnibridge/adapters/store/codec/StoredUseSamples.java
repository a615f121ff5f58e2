package io.omnibridge.adapters.store.codec;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.key;

import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import io.omnibridge.domain.use.UseVia;
import java.util.List;
import java.util.Optional;

/** Receipts of every form, for tests of the stored formats. */
public final class StoredUseSamples {

    public static final List<UseReceipt> RECEIPTS = List.of(
            new Use(
                            UseKind.SEARCH,
                            UseVia.HTTP,
                            NOW,
                            ALICE,
                            Optional.of(new ClientId("notes-app")),
                            Optional.empty(),
                            List.of(new UseTarget(key(ALICE, GOOGLE, "work"), Optional.of(Source.GMAIL))),
                            REQUEST)
                    .used(),
            new Use(
                            UseKind.API,
                            UseVia.MCP,
                            NOW,
                            ALICE,
                            Optional.empty(),
                            Optional.of(new LeaseId("0123456789abcdef0123456789abcdef")),
                            List.of(
                                    new UseTarget(key(ALICE, GOOGLE, "a:b|c"), Optional.of(Source.DRIVE)),
                                    new UseTarget(key(ALICE, NOTION, "home"), Optional.empty())),
                            REQUEST)
                    .used(),
            new Use(
                            UseKind.ITEM,
                            UseVia.MCP,
                            NOW,
                            ALICE,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(new UseTarget(key(ALICE, NOTION, "home"), Optional.of(Source.NOTION))),
                            REQUEST)
                    .used()
                    .use()
                    .failed(UseFailure.PROVIDER_TIMEOUT, NOW.plusMillis(1)));

    private StoredUseSamples() {}
}
