using HelloWork.Domain.Common;
using HelloWork.Domain.Providers;

namespace HelloWork.Domain.Oversight;

/// <summary>利用解除の提案 (OV-02): one officer proposes to remove a provider, another approves. The database too refuses that both are one.</summary>
public sealed class RemovalProposal
{
    public const int LongestReason = 1000;

    private RemovalProposal() { }

    public RemovalProposal(ProviderId provider, RemovalGround ground, string reason, Guid proposedBy, DateTime now)
    {
        Id = new RemovalProposalId(NewId.Next());
        ProviderId = provider;
        Ground = ground;
        Reason = reason;
        ProposedBy = proposedBy;
        ProposedAt = now;
    }

    public RemovalProposalId Id { get; private set; }
    public ProviderId ProviderId { get; private set; }
    public RemovalGround Ground { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid ProposedBy { get; private set; }
    public DateTime ProposedAt { get; private set; }
    public Guid? ApprovedBy { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    /// <summary>取り下げ: by either officer; null: not withdrawn.</summary>
    public DateTime? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => ApprovedAt is null && WithdrawnAt is null;

    public void Approve(Guid officer, DateTime now)
    {
        DemandOpen();
        if (officer == ProposedBy)
            throw new InvalidOperationException("Who proposed a removal doesn't approve it (OV-02).");
        ApprovedBy = officer;
        ApprovedAt = now;
        Version++;
    }

    public void Withdraw(Guid officer, DateTime now)
    {
        DemandOpen();
        WithdrawnBy = officer;
        WithdrawnAt = now;
        Version++;
    }

    private void DemandOpen()
    {
        if (!IsOpen)
            throw new InvalidOperationException("The proposal has been decided.");
    }
}

/// <summary>利用解除の理由</summary>
public enum RemovalGround
{
    /// <summary>再度、違反行為が行われた</summary>
    Repetition = 1,
    /// <summary>悪質性が高い</summary>
    Malice = 2,
}
