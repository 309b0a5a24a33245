using HelloWork.Domain.Common;

namespace HelloWork.Domain.Accounts;

/// <summary>
/// 登録コード: lets somebody of an office or a provider open their account after Hello Work (or the bureau) has registered it. Handed over
/// once, kept as a hash, used up by the first sign-in.
/// </summary>
public sealed class RegistrationCode
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);
    public const int MostWrongEntries = 20;

    private RegistrationCode() { }

    private RegistrationCode(Role role, Guid organisation, string plain, DateTime now)
    {
        Id = NewId.Next();
        Role = role;
        OrganisationId = organisation;
        Hash = HashOf(plain, role, organisation);
        IssuedAt = now;
    }

    public Guid Id { get; private set; }
    /// <summary><see cref="Role.Employer"/> or <see cref="Role.Provider"/>.</summary>
    public Role Role { get; private set; }
    /// <summary>Key of the office or the provider.</summary>
    public Guid OrganisationId { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTime IssuedAt { get; private set; }
    public int WrongEntries { get; private set; }
    /// <summary>The account opened with it, which waits for its key or is in use.</summary>
    public Guid? AccountId { get; private set; }
    /// <summary>Used up, worn out by wrong entries, or replaced by a newer one.</summary>
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsLiveAt(DateTime now) => EndedAt is null && now < IssuedAt + Lifetime;

    public static (RegistrationCode Code, string Written) Draw(Role role, Guid organisation, DateTime now)
    {
        if (role is not (Role.Employer or Role.Provider))
            throw new ArgumentOutOfRangeException(nameof(role), role, "Only employers and providers are let in by a code.");
        var plain = TypedSecret.Draw();
        return (new RegistrationCode(role, organisation, plain, now), TypedSecret.Write(plain));
    }

    public static string HashOf(string plain, Role role, Guid organisation) => TypedSecret.HashOf(plain, $"{(int)role}:{organisation:N}");

    public bool Fits(string hash) => TypedSecret.AreEqual(Hash, hash);

    public void NoteWrongEntry(DateTime now)
    {
        Version++;
        if (++WrongEntries >= MostWrongEntries)
            End(now);
    }

    /// <summary>An account waits for its key; until then the code may open it anew.</summary>
    public void OpenFor(Guid account)
    {
        AccountId = account;
        Version++;
    }

    public void End(DateTime now)
    {
        EndedAt ??= now;
        Version++;
    }
}
