package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseOutcome;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import io.omnibridge.domain.use.UseVia;
import java.util.ArrayList;
import java.util.List;

/** Receipt of a use without its user as JSON. Its targets are the fields {@code target1}, {@code target2}, …. Times are in milliseconds. */
public final class UseReceiptCodec {

    private static final String KIND = "kind";
    private static final String VIA = "via";
    private static final String AT = "at";
    private static final String CLIENT = "client";
    private static final String LEASE = "lease";
    private static final String REQUEST = "request";
    private static final String OUTCOME = "outcome";
    private static final String REASON = "reason";
    private static final String TARGET = "target";
    private static final String ACCOUNT = "account";
    private static final String SOURCE = "source";

    private UseReceiptCodec() {}

    /** Returns the text of {@code receipt}. */
    public static String of(UseReceipt receipt) {
        Use use = receipt.use();
        JsonText json = JsonText.versioned()
                .put(KIND, use.kind().name())
                .put(VIA, use.via().name())
                .put(AT, use.at().toEpochMilli());
        use.client().ifPresent(client -> json.put(CLIENT, client.value()));
        use.lease().ifPresent(lease -> json.put(LEASE, lease.value()));
        json.put(REQUEST, use.requestId().value())
                .put(OUTCOME, receipt.outcome().name());
        receipt.reason().ifPresent(reason -> json.put(REASON, reason.name()));
        for (int i = 0; i < use.targets().size(); i++) {
            json.put(TARGET + (i + 1), target(use.targets().get(i)));
        }
        return json.toString();
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static UseReceipt parse(UserId user, String text) {
        JsonFields fields = JsonFields.read(text);
        Use use = new Use(
                UseKind.valueOf(fields.text(KIND)),
                UseVia.valueOf(fields.text(VIA)),
                fields.time(AT),
                user,
                fields.optionalText(CLIENT).map(ClientId::new),
                fields.optionalText(LEASE).map(LeaseId::new),
                targets(user, fields),
                new RequestId(fields.text(REQUEST)));
        return fields.complete(new UseReceipt(
                use,
                UseOutcome.valueOf(fields.text(OUTCOME)),
                fields.optionalText(REASON).map(UseFailure::valueOf)));
    }

    private static JsonText target(UseTarget target) {
        JsonText json = JsonText.nested().put(ACCOUNT, AccountCodec.name(target.account()));
        target.source().ifPresent(source -> json.put(SOURCE, source.name()));
        return json;
    }

    private static List<UseTarget> targets(UserId user, JsonFields fields) {
        List<UseTarget> targets = new ArrayList<>();
        while (fields.has(TARGET + (targets.size() + 1))) {
            JsonFields target = fields.object(TARGET + (targets.size() + 1));
            targets.add(target.complete(new UseTarget(
                    AccountCodec.key(user, target.text(ACCOUNT)),
                    target.optionalText(SOURCE).map(Source::valueOf))));
        }
        return targets;
    }
}
