using System.Security.Cryptography;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace HelloWork.Blazor.Live;

/// <summary>What one page of one account may listen to, and from which versions on.</summary>
public sealed record LiveGrant(Guid Account, DateTime? Due, IReadOnlyDictionary<LiveTopic, long> Versions);

/// <summary>Grants travel in the page as sealed text: nobody listens to what their page didn't name, and nobody reads what it named.</summary>
public sealed class LiveGrants(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("HelloWork.Live.1");

    public string Seal(LiveGrant grant)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write(grant.Account.ToByteArray());
            writer.Write(grant.Due?.Ticks ?? 0);
            writer.Write(grant.Versions.Count);
            foreach (var (topic, version) in grant.Versions)
            {
                writer.Write((byte)topic.Kind);
                writer.Write(topic.Id.ToByteArray());
                writer.Write7BitEncodedInt64(version);
            }
        }
        return WebEncoders.Base64UrlEncode(_protector.Protect(bytes.ToArray()));
    }

    /// <returns>Null: not one of ours.</returns>
    public LiveGrant? Open(string? token)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(_protector.Unprotect(WebEncoders.Base64UrlDecode(token ?? ""))));
            var account = new Guid(reader.ReadBytes(16));
            var due = reader.ReadInt64();
            var versions = new Dictionary<LiveTopic, long>();
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var topic = new LiveTopic((LiveTopicKind)reader.ReadByte(), new Guid(reader.ReadBytes(16)));
                versions[topic] = reader.Read7BitEncodedInt64();
            }
            return new LiveGrant(account, due == 0 ? null : new DateTime(due, DateTimeKind.Utc), versions);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
