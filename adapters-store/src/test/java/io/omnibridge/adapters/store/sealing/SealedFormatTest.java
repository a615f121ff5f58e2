package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.GRANT;
import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.adapters.store.sealing.SealingSamples.VERSION;
import static io.omnibridge.adapters.store.sealing.SealingSamples.account;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Stored bytes outlive the program that stored them, so a change of the format must be deliberate. */
class SealedFormatTest {

    private static final AccountKey KEY = key(ALICE, GOOGLE, "work");

    @Test
    void what_was_sealed_in_format_1_still_opens() {
        Keyset keyset = Keyset.parse("""
                {"primaryKeyId":1,"key":[{"keyData":{
                "typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",
                "value":"GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==",
                "keyMaterialType":"SYMMETRIC"},
                "status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}
                """);
        String sealed = """
                AQEAAAABOLmMnzIfikd7GSse0wg35msLjnMiehCUb57pB7f2vNm74XEgNAplPzKSa+bGMMVauvYa+n40
                5I8FUu2AA6f4AFa/NVlb/jCaAqrRml7zbGsODhfUqGfc1NyMzaD5f/n2Z+qoYNM3dY6aZ2d4HwwCZlED
                tkly7yciIUL3ADESHJ7nbxyTB9FZtRtap1R3DCJs8S47fjGoB4Cc2zS0TKxhi8TGScT69osAkFk8owg3
                e9Ym+zlTQ6Cwuj1js0K64egTaa0hSX5o6coQ1FvqV26JH1oB6rNyltWdD01SiDltIitRdnOhGPh3+8Fu
                JXLtket17d+AXaI=
                """;

        TinkCredentialSealer sealer = new TinkCredentialSealer(keyset, ISSUER);

        SealedCredentials stored = new SealedCredentials(Base64.getMimeDecoder().decode(sealed));
        assertEquals(GRANT, sealer.open(account(KEY, VERSION, stored)));
    }

    @Test
    void sealed_bytes_begin_with_the_format_and_have_34_bytes_of_overhead() throws Exception {
        byte[] sealed = new TinkCredentialSealer(Keyset.generate(), ISSUER)
                .seal(KEY, VERSION, GRANT)
                .toBytes();

        assertEquals(1, sealed[0]);
        assertEquals(GrantJson.write(GRANT).length + 1 + 5 + 12 + 16, sealed.length);
    }
}
