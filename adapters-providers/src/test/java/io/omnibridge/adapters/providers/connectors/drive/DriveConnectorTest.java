package io.omnibridge.adapters.providers.connectors.drive;

import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ConnectorContract;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class DriveConnectorTest extends ConnectorContract {

    @Override
    protected Connector connector() {
        return new DriveConnector();
    }

    @Override
    protected String provider() {
        return "google";
    }

    @Override
    protected ProviderFake startFake() {
        return new DriveFake();
    }

    @Override
    protected FoundItem firstItem() {
        return new FoundItem(
                "1AbC-file_1",
                ItemType.FILE,
                "Plan",
                Optional.of("What we do next."),
                Optional.of(URI.create("https://docs.google.com/document/d/1AbC-file_1/edit?usp=drivesdk")),
                Optional.of("Ada Lovelace"),
                Optional.of(Instant.parse("2026-11-20T10:00:00.123Z")),
                Optional.of("application/vnd.google-apps.document"),
                Optional.of("drive:1AbC-file_1"));
    }

    @Override
    protected ItemText firstText() {
        return new ItemText.Present("The plan\nas text/plain", false, 0, 0);
    }

    @Override
    protected List<String> operators() {
        return List.of(
                "plan' or name contains 'x",
                "plan\\' or trashed = true or name contains \\'x",
                "plan\\",
                "\\'plan",
                "a\\\\' and '1' in parents",
                "'ada@example.org' in owners",
                "not plan",
                "plan and not fullText contains 'x'",
                "\"plan",
                "\"plan x\"",
                "pl\"an",
                "-plan",
                "plan OR x",
                "type:pdf",
                "owner:me",
                "(plan)",
                "plan*",
                "\u201cplan\u201d -x",
                "title:plan AND x",
                "modifiedTime > '2012-06-04T12:00:00'");
    }
}
